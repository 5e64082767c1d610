import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listFailedSearchRows } from '../store/finding.ts'

export const listFailedSearches = operation(contract.listFailedSearches, async (context, { limit }) => {
  requireEverywhere(context, contract.listFailedSearches.permission)
  return { searches: await listFailedSearchRows(context.tx, limit) }
})
