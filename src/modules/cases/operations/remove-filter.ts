import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import * as store from '../store/filters.ts'

export const removeFilter = operation(contract.removeFilter, async ({ tx }, { id }) => {
  if (!(await store.removeFilter(tx, id))) throw new Problem('not-found', 'cases/filter-not-found', 'No such filter.')
  return { filters: await store.listFilters(tx) }
})
