import type { z } from 'zod'
import { bothField } from '#kernel/fields.ts'
import { formatNumber } from '#kernel/number.ts'
import { useLabel } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import * as contract from '../contract.ts'
import { useTexts } from './texts.ts'
import { useWords } from './use-words.ts'

/** One attribute of a part in words. */
export type Line = { readonly label: string; readonly text: string }
type Describe = (value: unknown) => readonly Line[]

const TermLine = contract.ProcedureContent.shape.terms.element
const QuestionLine = contract.ProcedureContent.shape.questions.unwrap().element
/** The parts that are lists, line by line; whatever does not fit its shape has no lines. */
export function useDescribe(questions: contract.ProcedureContent['questions']) {
  const m = useTexts()
  const words = useWords()
  const say = useLabel()
  const line = (label: string, text: string | null): Line => ({ label, text: text || '–' })
  const yes = (value: boolean) => (value ? m.yes : m.no)
  const lists: Partial<Record<keyof contract.ProcedureContent, Describe>> = {
    papers: reading(contract.Paper, (paper) => [
      line(m.paper, say(paper.name)),
      line(m.formsAndCopies, words.forms(paper)),
      line(m.asked, words.when(paper.when, questions)),
      line(m.required, yes(paper.required)),
      line(m.reusable, yes(paper.reusable)),
      line(m.why, paper.legalBasis),
    ]),
    results: reading(contract.Result, ({ name, written, validMonths }) => [
      line(m.results, say(name)),
      line(m.written, yes(written)),
      line(m.validity, validMonths === null ? null : m.validMonths(formatNumber(validMonths))),
    ]),
    fees: reading(contract.Fee, (fee) => [
      line(m.fee, `${say(fee.name)} (${m.feeKinds[fee.kind]})`),
      line(m.amount, m.vnd(formatNumber(fee.amountVnd))),
      line(m.validity, words.days(fee.validFrom, fee.validTo)),
      line(m.asked, words.when(fee.when, questions)),
      line(m.exemptions, fee.exemptions.map(words.exemption).join('; ')),
      line(m.legalBasis, fee.legalBasis),
    ]),
    terms: reading(TermLine, ({ when, term }) => [
      line(m.terms, words.term(term)),
      line(m.asked, words.when(when, questions)),
    ]),
    legalBasis: reading(contract.LegalBasis, (basis) => [
      line(m.legalBasis, [basis.number, basis.article, basis.title].filter(Boolean).join(', ')),
      line(m.validity, basis.effectiveOn && m.effective(formatDay(basis.effectiveOn))),
    ]),
    questions: reading(QuestionLine, ({ label, choices }) => [
      line(m.partNames.questions, say(label)),
      line(m.answers, choices.map((choice) => say(choice.label)).join('; ')),
    ]),
  }
  return (part: string, value: unknown): readonly Line[] => {
    const known = Object.entries(lists).find(([name]) => name === part)?.[1]
    if (value === null || value === undefined) return []
    return known ? known(value) : [{ label: '', text: single(part, value) }]
  }

  function single(part: string, value: unknown): string {
    if (typeof value === 'boolean') return yes(value)
    if (typeof value === 'number') return formatNumber(value)
    const both = bothField.safeParse(value)
    if (both.success) return say(both.data)
    const named: Record<string, string> =
      part === 'levels'
        ? m.levels
        : part === 'applicants'
          ? m.applicants
          : part === 'channels'
            ? m.channels
            : m.onlineLevels
    return (Array.isArray(value) ? value : [value]).map((one) => named[String(one)] ?? String(one)).join(', ')
  }
}

function reading<T>(schema: z.ZodType<T>, describe: (value: T) => readonly Line[]): Describe {
  return (value) => {
    const read = schema.safeParse(value)
    return read.success ? describe(read.data) : []
  }
}
