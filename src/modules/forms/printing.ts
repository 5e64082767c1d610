import { dayAt } from '#kernel/calendar.ts'
import type { FileAnswer } from '#kernel/endpoint.ts'
import type { Tx } from '#server/db.ts'
import { PDF_TYPE } from '#server/typst.ts'
import type { ReadStep } from './contract/shapes.ts'
import type { Answers } from './domain/answer.ts'
import { type Evaluation, evaluateForm } from './domain/evaluate.ts'
import { printedForm } from './domain/printed.ts'
import { pdfOf } from './outputs/pdf.ts'
import { WORD_TYPE, wordOf } from './outputs/word.ts'
import type { StoredForm } from './store/versions.ts'
import { compiledOf, judgeAnswers } from './submitting.ts'

type Language = 'vi' | 'en'
type Wanted = {
  readonly version: StoredForm
  readonly answers: unknown
  readonly as: 'pdf' | 'docx'
  readonly language: Language
  readonly now: Date
}

/** The official paper of a form with its answers; what is not answered, or wrong, is a dotted line. */
export async function filledForm(tx: Tx, { version, answers, as, language, now }: Wanted): Promise<FileAnswer> {
  const { evaluation } = await judgeAnswers(tx, version, answers, now)
  const printed = paperOf(version, evaluation, language, now)
  const name = `${version.code}.${as}`
  return as === 'pdf'
    ? { name, mediaType: PDF_TYPE, bytes: await pdfOf(printed), inline: true }
    : { name, mediaType: WORD_TYPE, bytes: await wordOf(printed) }
}

const paperOf = (version: StoredForm, evaluation: Evaluation, language: Language, now: Date) =>
  printedForm(compiledOf(version), evaluation, {
    language,
    today: dayAt(now),
    version: version.number,
    hash: version.hash,
  })

/** Answers in the words of a language, step by step, as the form stood at the moment `at`: what was good then is read, whatever the day is now. */
export function readAnswers(version: StoredForm, answers: Answers, language: Language, at: Date): ReadStep[] {
  const evaluation = evaluateForm(compiledOf(version), answers, { today: dayAt(at), units: null })
  const { sections } = paperOf(version, evaluation, language, at)
  // The contract describes the blocks of a printed form, as something that may be changed.
  return sections.map((section, place) => ({ code: evaluation.steps[place] ?? '', ...section }) as ReadStep)
}
