import { Problem } from '#kernel/problem.ts'
import { requireCheckedFile } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { isFieldName, isFile } from '../domain/draft.ts'
import { consentText, requireOpenDraft, requireProcedure } from '../drafts.ts'
import { insertConsent, putField, updateDraft } from '../store/drafts.ts'

export const keepField = operation(contract.keepField, async (context, { draftId, name, value, language }) => {
  const { tx, actor, now, newId } = context
  const draft = await requireOpenDraft(context, contract.keepField, draftId)
  const { content } = await requireProcedure(context, draft.procedureCode)
  const questions = content.questions.map((question) => question.name)
  const papers = content.papers.map(({ code }) => code)
  if (!isFieldName(name, questions, papers)) throw new Problem('invalid-input', 'portal/unknown-field-name')
  if (isFile(value)) await requireCheckedFile(tx, value.fileId, actor)
  if (name.startsWith('consent.')) {
    const purpose = name.slice('consent.'.length)
    const given = value === true
    const by = { id: newId(), citizenId: actor.id, draftId, at: now }
    await insertConsent(tx, { ...by, purpose, given, language, ...consentText(purpose, language) })
  }
  await Promise.all([putField(tx, draftId, name, value, now), updateDraft(tx, draftId, { changedAt: now })])
  return { keptAt: now }
})
