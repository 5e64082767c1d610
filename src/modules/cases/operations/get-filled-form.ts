import { getFormVersion, readAnswers } from '#modules/forms/index.ts'
import { operation } from '#server/operation.ts'
import { getFilledForm as contract } from '../contract/files.ts'
import { readCase } from '../engine/acting.ts'
import { findFilledForm } from '../store/filled-forms.ts'

export const getFilledForm = operation(contract, async (context, { caseId, language }) => {
  const { tx } = context
  await readCase(context, contract, caseId)
  const filled = await findFilledForm(tx, caseId)
  if (!filled) return null
  const { formCode: code, versionId, versionNumber: number, hash, answers, filledAt } = filled
  const version = await getFormVersion(tx, versionId)
  const title = { vi: version.titleVi, en: version.titleEn || version.titleVi }
  const steps = readAnswers(version, answers, language, filledAt)
  return { code, title, versionId, number, hash, filledAt, steps, answers }
})
