import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownAudits } from '../shown.ts'
import { listAuditsInScope, listFindingKeys } from '../store/audits.ts'
import { listDecisions } from '../store/series.ts'

export const listAudits = operation(contract.listAudits, async ({ tx, scope }, filter) => {
  const heads = await listAuditsInScope(tx, { ...filter, scope })
  const runIds = heads.map(({ runId }) => runId)
  const seriesIds = [...new Set(heads.map(({ seriesId }) => seriesId))]
  return { audits: shownAudits(heads, await listFindingKeys(tx, runIds), await listDecisions(tx, seriesIds)) }
})
