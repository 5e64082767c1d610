import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { filledForm, requireAnswers } from '#modules/forms/index.ts'
import { findInForce } from '#modules/procedures/index.ts'
import { keepUpload } from '#server/files.ts'
import type { PaperInput } from '../contract/shapes.ts'
import type { FilledFormRow } from '../store/tables.ts'
import type { Acting } from './acting.ts'

export type GivenForm = { readonly versionId: string; readonly answers: unknown }
export type FormOfCase = {
  readonly row: Omit<FilledFormRow, 'caseId'>
  readonly paper: z.output<typeof PaperInput>
}

/**
 * Answers to an electronic form as a case takes them in: held against the form, and printed as the paper that the applicant would have
 * signed. The paper is the one of the procedure that the form says it is, or one of its own. Throws naming every answer that is wrong.
 */
export async function takeForm(
  { tx, actor, now }: Acting,
  procedureCode: string,
  { versionId, answers }: GivenForm,
): Promise<FormOfCase> {
  const { values, hash, version } = await requireAnswers(tx, { versionId, answers, now })
  const printed = await filledForm(tx, { version, answers, as: 'pdf', language: 'vi', now })
  const fileId = await keepUpload(tx, printed, actor, now)
  const { paper } = version.definition
  const listed = (await findInForce(tx, procedureCode, dayAt(now)))?.content.papers.some(({ code }) => code === paper)
  return {
    row: {
      versionId,
      formCode: version.code,
      versionNumber: version.number,
      hash,
      answers: values,
      filledAt: now,
    },
    paper: {
      code: paper !== null && listed ? paper : 'other-to-khai',
      name: version.titleVi,
      form: 'electronic',
      copies: 1,
      source: 'citizen',
      fileId,
      note: '',
    },
  }
}
