import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { takeStep } from '../engine/steps.ts'

export const returnSheet = operation(contract.returnSheet, (context, input) =>
  takeStep(context, 'return', contract.returnSheet.permission, input),
)
