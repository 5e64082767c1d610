import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { takeStep } from '../engine/steps.ts'

export const approveSheet = operation(contract.approveSheet, (context, input) =>
  takeStep(context, 'approve', contract.approveSheet.permission, input),
)
