import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownForm } from '../engine/sheets.ts'
import * as store from '../store/sheets.ts'

export const listForms = operation(contract.listForms, async ({ tx }) => ({
  forms: (await store.listForms(tx)).map(shownForm),
}))
