import type { Messages } from '#ui/language.tsx'
import type { Draft } from '../../contract.ts'
import type { vi } from './messages.vi.ts'
import { formStepKey } from './steps.ts'

type Words = Messages<typeof vi>

/** What is asked on a page is its heading. */
export function titleOf(
  key: string,
  { procedure, forms }: Draft,
  m: Words,
  say: (label: { readonly vi: string; readonly en: string }) => string,
): string {
  const question = procedure.questions.find(({ name }) => key === `answers.${name}`)
  const paper = procedure.papers.find(({ code }) => key === `paper.${code}`)
  const step = forms
    .flatMap(({ mark, steps }) => steps.map((one) => ({ ...one, key: formStepKey(one.code, mark) })))
    .find((one) => one.key === key)
  if (step) return say(step.title)
  if (question) return say(question.label)
  if (paper) return say(paper.name)
  const titles: Readonly<Record<string, string>> = m.titles
  return titles[key] ?? key
}
