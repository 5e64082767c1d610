import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { askedOf } from '../engine/report-days.ts'
import { proceduresBehind, shownProcedures } from '../engine/report-procedures.ts'

export const caseReportProcedures = operation(
  contract.caseReportProcedures,
  async (context, { table, column, kind, ...days }) =>
    shownProcedures(await proceduresBehind(await askedOf(context, days), { table, column, kind })),
)
