import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { index766Of } from '../engine/index-766.ts'
import { askedOf } from '../engine/report-days.ts'

export const index766 = operation(contract.index766, async (context, { procedureCode, ...days }) =>
  index766Of(await askedOf(context, days), procedureCode),
)
