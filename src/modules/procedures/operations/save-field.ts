import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { saveField as store } from '../store/fields.ts'

export const saveField = operation(contract.saveField, async (context, { code, name }) => {
  requireEverywhere(context, 'procedures:write')
  await store(context.tx, code, name)
  await context.announce(contract.CATALOGUE_TOPIC)
  return { code, name }
})
