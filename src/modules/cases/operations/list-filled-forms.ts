import { getFormVersion, readAnswers } from '#modules/forms/index.ts'
import { operation } from '#server/operation.ts'
import { listFilledForms as contract } from '../contract/files.ts'
import { readCase } from '../engine/acting.ts'
import { filledFormsOf } from '../store/filled-forms.ts'

export const listFilledForms = operation(contract, async (context, { caseId, language }) => {
  const { tx } = context
  await readCase(context, contract, caseId)
  const forms = []
  for (const filled of await filledFormsOf(tx, caseId)) {
    const { formCode: code, versionId, versionNumber: number, hash, answers, filledAt } = filled
    const version = await getFormVersion(tx, versionId)
    const title = { vi: version.titleVi, en: version.titleEn || version.titleVi }
    const steps = readAnswers(version, answers, language, filledAt)
    forms.push({ code, title, versionId, number, hash, filledAt, steps, answers })
  }
  return { forms }
})
