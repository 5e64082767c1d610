import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listSynonymRows } from '../store/finding.ts'

export const listSynonyms = operation(contract.listSynonyms, async (context, { after, limit }) => {
  requireEverywhere(context, contract.listSynonyms.permission)
  const rows = await listSynonymRows(context.tx, { after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return { synonyms: page, next: rows.length > limit ? (page.at(-1)?.saidFolded ?? null) : null }
})
