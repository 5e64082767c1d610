import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireProcedure, shownDraft } from '../drafts.ts'
import { countOpenDrafts, findOpenDraft, insertDraft, putField } from '../store/drafts.ts'

/** More than this nobody writes at once. */
const MOST_OPEN = 20

export const beginDraft = operation(contract.beginDraft, async (context, { procedureCode, unitId }) => {
  const { tx, actor, now, newId } = context
  const { content } = await requireProcedure(context, procedureCode)
  const known = await findOpenDraft(tx, actor.id, procedureCode)
  if (known) return shownDraft(context, known)
  if (content.onlineLevel === 'none' || !content.channels.includes('online'))
    throw new Problem('rule-broken', 'portal/not-online')
  if ((await countOpenDrafts(tx, actor.id)) >= MOST_OPEN) throw new Problem('rule-broken', 'portal/too-many-drafts')
  const empty = { caseId: null, caseCode: null, filedAt: null }
  const row = {
    id: newId(),
    citizenId: actor.id,
    procedureCode,
    state: 'open' as const,
    beganAt: now,
    changedAt: now,
    ...empty,
  }
  await insertDraft(tx, row)
  if (unitId !== undefined) await putField(tx, row.id, 'unitId', unitId, now)
  return shownDraft(context, row)
})
