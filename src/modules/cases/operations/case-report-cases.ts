import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { casesBehind, showByReading } from '../engine/report-cases.ts'
import { askedOf } from '../engine/report-days.ts'

export const caseReportCases = operation(
  contract.caseReportCases,
  async (context, { what, reach, after, limit, ...days }) => {
    const asked = await askedOf(context, days)
    await showByReading(context)
    return casesBehind(asked, { what, reach, after, limit })
  },
)
