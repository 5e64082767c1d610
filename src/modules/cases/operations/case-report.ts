import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { reportOf } from '../engine/report.ts'
import { askedOf } from '../engine/report-days.ts'

export const caseReport = operation(contract.caseReport, async (context, { table, ...days }) =>
  reportOf(await askedOf(context, days), table),
)
