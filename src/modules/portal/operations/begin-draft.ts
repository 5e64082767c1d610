import { Problem } from '#kernel/problem.ts'
import { type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type Fields, text } from '../domain/draft.ts'
import { bringToForms } from '../draft-forms.ts'
import { requireOpenDraft, requireProcedure, shownDraft } from '../drafts.ts'
import { offerKnown } from '../offer-known.ts'
import { lockCitizen } from '../store/citizens.ts'
import { countOpenDrafts, type DraftRow, fieldsOf, insertDraft, listOpenDrafts, putField } from '../store/drafts.ts'

type Content = Awaited<ReturnType<typeof requireProcedure>>['content']

/** More than this nobody writes at once. */
const MOST_OPEN = 20

export const beginDraft = operation(contract.beginDraft, async (context, { procedureCode, unitId, draftId }) => {
  const { tx, actor } = context
  const { content } = await requireProcedure(context, procedureCode)
  // Two devices that begin at once begin the same application.
  await lockCitizen(tx, actor.id)
  const row =
    (await knownDraft(context, procedureCode, draftId)) ?? (await newDraft(context, content, { procedureCode, unitId }))
  await bringToForms(context, row)
  return { ...(await shownDraft(context, row)), open: await listOpenDrafts(tx, actor.id, procedureCode) }
})

/** The open application that is named, else the last begun; locked. Throws when what is named is not open. */
async function knownDraft(
  context: Context,
  procedureCode: string,
  named: string | undefined,
): Promise<DraftRow | null> {
  const { tx, actor } = context
  const draftId = named ?? (await listOpenDrafts(tx, actor.id, procedureCode))[0]?.id
  if (draftId === undefined) return null
  const draft = await requireOpenDraft(context, contract.beginDraft, draftId)
  if (draft.procedureCode !== procedureCode) throw new Problem('not-found', 'portal/unknown-draft')
  // The writer may have signed in, or agreed to have it put in, since it was begun.
  await offerKnown(context, draft, text((await fieldsOf(tx, draft.id)) as Fields, 'actingFor'))
  return draft
}

type Begun = { readonly procedureCode: string; readonly unitId: string | undefined }

async function newDraft(context: Context, content: Content, { procedureCode, unitId }: Begun): Promise<DraftRow> {
  const { tx, actor, now, newId } = context
  if (content.onlineLevel === 'none' || !content.channels.includes('online'))
    throw new Problem('rule-broken', 'portal/not-online')
  if ((await countOpenDrafts(tx, actor.id)) >= MOST_OPEN) throw new Problem('rule-broken', 'portal/too-many-drafts')
  const empty = { caseId: null, caseCode: null, filedAt: null }
  const row: DraftRow = {
    id: newId(),
    citizenId: actor.id,
    procedureCode,
    state: 'open',
    beganAt: now,
    changedAt: now,
    ...empty,
  }
  await insertDraft(tx, row)
  if (unitId !== undefined) await putField(tx, row.id, 'unitId', unitId, now)
  return row
}
