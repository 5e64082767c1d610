import { formatNumber } from '#kernel/number.ts'
import type { Expression } from '#kernel/rules/expression.ts'
import { explain } from '#kernel/rules/print.ts'
import { useLabel, useLanguage } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import type { Fee, Paper, ProcedureContent, Term, VersionHead } from '../contract.ts'
import { useTexts } from './texts.ts'

type Questions = ProcedureContent['questions']

/** How the parts of a procedure are said in the reader's language. */
export function useWords() {
  const m = useTexts()
  const say = useLabel()
  const { language } = useLanguage()
  const condition = (when: Expression, questions: Questions) =>
    explain(when, language, (name) => {
      const question = questions.find((one) => one.name === name)
      return `“${question ? say(question.label) : name}”`
    })
  return {
    term: ({ amount, unit }: Pick<Term, 'amount' | 'unit'>) =>
      unit === 'in-day' ? m.inDay : m.term(formatNumber(amount), m.units[unit]),
    condition,
    when: (when: Expression | null, questions: Questions) =>
      when === null ? m.always : m.when(condition(when, questions)),
    forms: ({ copies, forms }: Pick<Paper, 'copies' | 'forms'>) =>
      m.copies(formatNumber(copies), forms.map((form) => m.forms[form]).join(' / ')),
    exemption: ({ who, percent }: Pick<Fee['exemptions'][number], 'who' | 'percent'>) =>
      percent === 100 ? m.free(say(who)) : m.exempt(say(who), formatNumber(percent)),
    days: (from: string | null, to: string | null) => {
      if (from === null) return m.draftDays
      return to === null ? m.from(formatDay(from)) : m.fromTo(formatDay(from), formatDay(to))
    },
    version: ({ number }: Pick<VersionHead, 'number'>) => m.version(formatNumber(number)),
  }
}
