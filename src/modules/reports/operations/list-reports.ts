import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownReport } from '../documents.ts'
import { listReportsInScope } from '../store/reports.ts'

export const listReports = operation(contract.listReports, async ({ tx, scope }, filter) => ({
  reports: (await listReportsInScope(tx, { ...filter, scope })).map(shownReport),
}))
