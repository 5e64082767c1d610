import { Problem } from '#kernel/problem.ts'
import { type Context, operation, toDetail } from '#server/operation.ts'
import { keepConsent } from '../consents.ts'
import * as contract from '../contract.ts'
import { isFieldName, isFile } from '../domain/draft.ts'
import { isFormField } from '../domain/form-answers.ts'
import { placeOfAnswer } from '../draft-forms.ts'
import { requireOpenDraft, requireOwnFile, requireProcedure } from '../drafts.ts'
import { offerKnown } from '../offer-known.ts'
import { type DraftRow, putField, updateDraft } from '../store/drafts.ts'

type Given = { readonly name: string; readonly value: unknown; readonly language: 'vi' | 'en' }

export const keepField = operation(contract.keepField, async (context, { draftId, name, versionId, ...given }) => {
  const { tx, now } = context
  const draft = await requireOpenDraft(context, contract.keepField, draftId)
  const value = given.value ?? null
  if (isFormField(name)) {
    const { place, files, formVersionId } = await placeOfAnswer(context, draft, { field: name, value, versionId })
    for (const fileId of files) await requireOwnFile(context, contract.keepField, { draftId, fileId })
    await Promise.all([putField(tx, draftId, place, value, now), updateDraft(tx, draftId, { changedAt: now })])
    return { keptAt: now, formVersionId }
  }
  await keepPlain(context, draft, { ...given, name, value })
  return { keptAt: now, formVersionId: null }
})

/** Keeps a field of the application itself. */
async function keepPlain(context: Context, draft: DraftRow, { name, value: raw, language }: Given): Promise<void> {
  const { tx, now } = context
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
    await keepConsent(context, { purpose, draftId: draft.id, given: value === true }, language)
  }
  await Promise.all([putField(tx, draft.id, name, value, now), updateDraft(tx, draft.id, { changedAt: now })])
  if (name === 'actingFor') await offerKnown(context, draft, typeof value === 'string' ? value : '')
}
