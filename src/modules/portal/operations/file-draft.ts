import { Problem } from '#kernel/problem.ts'
import { fileAsCitizen } from '#modules/cases/index.ts'
import { papersAsked } from '#modules/procedures/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type Fields, isFile, text, troublesOf } from '../domain/draft.ts'
import { answersOf, partyOf, requireOpenDraft, requireProcedure } from '../drafts.ts'
import { fieldsOf, updateDraft } from '../store/drafts.ts'

/** Hands the application in: it becomes a case that waits to be received. Everything or nothing. */
export const fileDraft = operation(contract.fileDraft, async (context, { draftId }) => {
  const { tx, now } = context
  const draft = await requireOpenDraft(context, contract.fileDraft, draftId)
  const { content } = await requireProcedure(context, draft.procedureCode)
  const fields = await fieldsOf(tx, draftId)
  const answers = answersOf(fields)
  const papers = papersAsked(content, answers)
  const troubles = troublesOf(fields, { ...content, papers })
  if (troubles.length > 0)
    throw new Problem('invalid-input', 'platform/invalid-input', 'Something is missing.', {
      errors: troubles.map(({ field, code }) => ({ path: field, code, message: code })),
    })
  const { caseId, code, secret } = await fileAsCitizen(context, {
    procedureCode: draft.procedureCode,
    competentUnitId: text(fields, 'unitId'),
    title: undefined,
    subject: partyOf(fields, 'subject'),
    representative:
      text(fields, 'actingFor') === 'self'
        ? null
        : { ...partyOf(fields, 'representative'), ground: text(fields, 'representative.ground') },
    papers: [...papers.flatMap(({ code: paper }) => paperOf(fields, paper)), ...proofOf(fields)],
    answers,
    returnWay:
      text(fields, 'returnWay') === 'post' ? 'post' : text(fields, 'returnWay') === 'online' ? 'online' : 'desk',
  })
  await updateDraft(tx, draftId, { state: 'filed', caseId, caseCode: code, filedAt: now, changedAt: now })
  return { draftId, caseCode: code, secret }
})

const rest = { copies: 1, source: 'citizen' as const, note: '' }

function paperOf(fields: Fields, code: string) {
  const value = fields[`paper.${code}`]
  return isFile(value) ? [{ code, form: 'electronic' as const, fileId: value.fileId, ...rest }] : []
}

function proofOf(fields: Fields) {
  const value = fields['representative.proof']
  if (text(fields, 'actingFor') === 'self' || !isFile(value)) return []
  return [
    {
      code: 'other-dai-dien',
      name: 'Giấy tờ chứng minh được làm thay',
      form: 'electronic' as const,
      fileId: value.fileId,
      ...rest,
    },
  ]
}
