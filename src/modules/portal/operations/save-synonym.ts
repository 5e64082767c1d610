import { Problem } from '#kernel/problem.ts'
import { fold } from '#kernel/text.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { catalogueOf } from '../catalogue.ts'
import * as contract from '../contract.ts'
import { keptWords } from '../domain/failed-search.ts'
import { search } from '../domain/search.ts'
import { forgetFailedSearch, putSynonym } from '../store/finding.ts'

export const saveSynonym = operation(contract.saveSynonym, async (context, { said, means }) => {
  const { tx, actor, now, newId } = context
  requireEverywhere(context, contract.saveSynonym.permission)
  // A meaning that finds nothing itself would help nobody.
  const { index } = await catalogueOf(tx, now)
  if (search(index, means).length === 0) throw new Problem('rule-broken', 'portal/meaning-finds-nothing')
  const saidFolded = fold(said)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (saidFolded === '') throw new Problem('rule-broken', 'portal/nothing-said')
  const by = { writtenBy: actor.id, writtenByName: actor.name, writtenAt: now }
  const row = await putSynonym(tx, { id: newId(), said, saidFolded, means, ...by })
  await forgetFailedSearch(tx, keptWords(said) ?? '')
  return row
})
