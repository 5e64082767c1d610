import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import * as store from '../store/filters.ts'

export const listFilters = operation(contract.listFilters, async ({ tx }) => ({ filters: await store.listFilters(tx) }))
