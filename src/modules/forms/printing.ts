import { dayAt } from '#kernel/calendar.ts'
import type { FileAnswer } from '#kernel/endpoint.ts'
import type { Tx } from '#server/db.ts'
import { PDF_TYPE } from '#server/typst.ts'
import { printedForm } from './domain/printed.ts'
import { pdfOf } from './outputs/pdf.ts'
import { WORD_TYPE, wordOf } from './outputs/word.ts'
import type { StoredForm } from './store/versions.ts'
import { compiledOf, judgeAnswers } from './submitting.ts'

type Wanted = {
  readonly version: StoredForm
  readonly answers: unknown
  readonly as: 'pdf' | 'docx'
  readonly language: 'vi' | 'en'
  readonly now: Date
}

/** The official paper of a form with its answers; what is not answered, or wrong, is a dotted line. */
export async function filledForm(tx: Tx, { version, answers, as, language, now }: Wanted): Promise<FileAnswer> {
  const { evaluation } = await judgeAnswers(tx, version, answers, now)
  const copy = { language, today: dayAt(now), version: version.number, hash: version.hash }
  const printed = printedForm(compiledOf(version), evaluation, copy)
  const name = `${version.code}.${as}`
  return as === 'pdf'
    ? { name, mediaType: PDF_TYPE, bytes: await pdfOf(printed), inline: true }
    : { name, mediaType: WORD_TYPE, bytes: await wordOf(printed) }
}
