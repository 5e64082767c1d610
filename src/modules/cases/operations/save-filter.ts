import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import * as store from '../store/filters.ts'

const MOST_FILTERS = 50

export const saveFilter = operation(contract.saveFilter, async ({ tx, actor, now, newId }, input) => {
  await store.saveFilter(tx, { id: newId(), ...input }, { accountId: actor.id, at: now })
  const filters = await store.listFilters(tx)
  if (filters.length > MOST_FILTERS)
    throw new Problem('rule-broken', 'cases/too-many-filters', 'No more filters are kept.', {
      values: { most: MOST_FILTERS },
    })
  return { filters }
})
