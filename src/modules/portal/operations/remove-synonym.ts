import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { deleteSynonym } from '../store/finding.ts'

export const removeSynonym = operation(contract.removeSynonym, async (context, { id }) => {
  requireEverywhere(context, contract.removeSynonym.permission)
  if (!(await deleteSynonym(context.tx, id))) throw new Problem('not-found', 'portal/unknown-synonym')
  return null
})
