import { Problem } from '#kernel/problem.ts'
import { type Context, operation, toDetail } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { isFieldName, isFile } from '../domain/draft.ts'
import { answerName, isFormField } from '../domain/form-answers.ts'
import { contactOf, placeOfAnswer } from '../draft-forms.ts'
import { consentText, requireOpenDraft, requireOwnFile, requireProcedure } from '../drafts.ts'
import { type DraftRow, insertConsent, offerField, putField, updateDraft } from '../store/drafts.ts'

type Given = { readonly name: string; readonly value: unknown; readonly language: 'vi' | 'en' }

export const keepField = operation(contract.keepField, async (context, { draftId, name, versionId, ...given }) => {
  const { tx, now } = context
  const draft = await requireOpenDraft(context, contract.keepField, draftId)
  const value = given.value ?? null
  if (isFormField(name)) {
    const { place, files } = await placeOfAnswer(context, draft, { name: answerName(name), value, versionId })
    for (const fileId of files) await requireOwnFile(context, contract.keepField, { draftId, fileId })
    await Promise.all([putField(tx, draftId, place, value, now), updateDraft(tx, draftId, { changedAt: now })])
  } else await keepPlain(context, draft, { ...given, name, value })
  return { keptAt: now, formVersionId: draft.formVersionId }
})

/** Keeps a field of the application itself. */
async function keepPlain(context: Context, draft: DraftRow, { name, value: raw, language }: Given): Promise<void> {
  const { tx, actor, now, newId } = context
  const { content } = await requireProcedure(context, draft.procedureCode)
  const questions = content.questions.map((question) => question.name)
  const papers = content.papers.map(({ code }) => code)
  if (!isFieldName(name, questions, papers)) throw new Problem('invalid-input', 'portal/unknown-field-name')
  const parsed = contract.FieldValue.safeParse(raw)
  if (!parsed.success)
    throw new Problem('invalid-input', 'platform/invalid-input', 'The value does not fit the field.', {
      errors: parsed.error.issues.slice(0, 5).map((issue) => ({ ...toDetail(issue), path: 'value' })),
    })
  const value = parsed.data
  if (isFile(value)) await requireOwnFile(context, contract.keepField, { draftId: draft.id, fileId: value.fileId })
  if (name.startsWith('consent.')) {
    const purpose = name.slice('consent.'.length)
    const given = value === true
    const by = { id: newId(), citizenId: actor.id, draftId: draft.id, at: now }
    await insertConsent(tx, { ...by, purpose, given, language, ...consentText(purpose, language) })
  }
  await Promise.all([putField(tx, draft.id, name, value, now), updateDraft(tx, draft.id, { changedAt: now })])
  if (name === 'actingFor') await offerContact(context, draft, value === 'self' ? 'subject' : 'representative')
}

/** The address of sign-in is how its holder is reached, unless they say otherwise. */
async function offerContact({ tx, now }: Context, draft: DraftRow, who: 'subject' | 'representative'): Promise<void> {
  const contact = await contactOf(tx, draft.citizenId)
  if (!contact) return
  const part = contact.channel === 'sms' ? 'phone' : 'email'
  await offerField(tx, draft.id, `${who}.${part}`, contact.address, now)
}
