import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type Fields, text } from '../domain/draft.ts'
import { bringToForms } from '../draft-forms.ts'
import { requireOpenDraft, requireProcedure, shownDraft } from '../drafts.ts'
import { offerKnown } from '../offer-known.ts'
import { lockCitizen } from '../store/citizens.ts'
import { countOpenDrafts, fieldsOf, findOpenDraft, insertDraft, putField } from '../store/drafts.ts'

/** More than this nobody writes at once. */
const MOST_OPEN = 20

export const beginDraft = operation(contract.beginDraft, async (context, { procedureCode, unitId }) => {
  const { tx, actor, now, newId } = context
  const { content } = await requireProcedure(context, procedureCode)
  // Two devices that begin at once begin the same application.
  await lockCitizen(tx, actor.id)
  const known = await findOpenDraft(tx, actor.id, procedureCode)
  if (known) {
    const draft = await requireOpenDraft(context, contract.beginDraft, known.id)
    // The writer may have signed in, or agreed to have it put in, since it was begun.
    await offerKnown(context, draft, text((await fieldsOf(tx, draft.id)) as Fields, 'actingFor'))
    await bringToForms(context, draft)
    return shownDraft(context, draft)
  }
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
  await bringToForms(context, row)
  return shownDraft(context, row)
})
