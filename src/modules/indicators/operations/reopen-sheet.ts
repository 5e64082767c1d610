import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { takeStep } from '../engine/steps.ts'

export const reopenSheet = operation(contract.reopenSheet, (context, input) =>
  takeStep(context, 'reopen', contract.reopenSheet.permission, input),
)
