import { Problem } from '#kernel/problem.ts'
import { fileAsCitizen } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type Fields, isFile, text } from '../domain/draft.ts'
import { type HeldForm, isOutdated } from '../draft-forms.ts'
import { heldDraft, partyOf, requireOpenDraft } from '../drafts.ts'
import { updateDraft } from '../store/drafts.ts'

/** Hands the application in: it becomes a case that waits to be received. Everything or nothing. */
export const fileDraft = operation(contract.fileDraft, async (context, { draftId }) => {
  const { tx, now } = context
  const draft = await requireOpenDraft(context, contract.fileDraft, draftId)
  const { content, fields, forms, answers, papers, troubles } = await heldDraft(context, draft)
  if (await isOutdated(context, draft, forms)) throw new Problem('conflict', 'portal/form-changed')
  if (troubles.length > 0)
    throw new Problem('invalid-input', 'platform/invalid-input', 'Something is missing.', {
      errors: troubles.map(({ field, code, message }) => ({ path: field, code, message: message?.en ?? code })),
    })
  const listed = new Set(content.papers.map(({ code }) => code))
  const { caseId, code, secret } = await fileAsCitizen(context, {
    procedureCode: draft.procedureCode,
    competentUnitId: text(fields, 'unitId'),
    title: undefined,
    subject: partyOf(fields, 'subject'),
    representative:
      text(fields, 'actingFor') === 'self'
        ? null
        : { ...partyOf(fields, 'representative'), ground: text(fields, 'representative.ground') },
    papers: [
      ...papers.flatMap(({ code: paper }) => paperOf(fields, paper)),
      ...forms.flatMap((form) => papersInForm(form, listed)),
      ...proofOf(fields),
    ],
    answers,
    returnWay:
      text(fields, 'returnWay') === 'post' ? 'post' : text(fields, 'returnWay') === 'online' ? 'online' : 'desk',
    forms: forms.map(({ version, judged }) => ({ versionId: version.id, answers: judged.answers })),
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

/** The files that were put into a form: as the paper of the procedure that they are, or under the name of their field. */
function papersInForm(form: HeldForm, listed: ReadonlySet<string>) {
  return form.files.flatMap((field) => {
    const files = form.judged.values[field.name] as readonly { fileId: string; name: string }[] | undefined
    const isListed = field.paper !== null && listed.has(field.paper)
    const code =
      isListed && field.paper !== null ? field.paper : `other-${field.name.replaceAll('_', '-')}`.slice(0, 60)
    return (files ?? []).map(({ fileId }) => ({
      code,
      name: field.label.vi,
      form: 'electronic' as const,
      fileId,
      ...rest,
    }))
  })
}
