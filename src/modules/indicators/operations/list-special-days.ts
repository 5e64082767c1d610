import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import * as store from '../store/special-days.ts'

export const listSpecialDays = operation(contract.listSpecialDays, async ({ tx }) => ({
  days: await store.listSpecialDays(tx),
}))
