import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { saveRule } from '../store/publication.ts'

export const savePublicationRule = operation(contract.savePublicationRule, async (context, rule) => {
  requireEverywhere(context, 'procedures:publish')
  await saveRule(context.tx, rule)
  return rule
})
