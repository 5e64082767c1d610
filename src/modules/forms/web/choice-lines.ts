import type { Field } from '../domain/definition.ts'
import { freeName } from './design-state.ts'

type Choices = Field['choices']

/** The labels of choices, one per line. */
export const choiceLines = (choices: Choices, language: 'vi' | 'en'): string =>
  choices.map(({ label }) => label[language]).join('\n')

/** Choices out of lines: a line that stays keeps its value, so that answers and rules go on meaning it. */
export function choicesFrom(before: Choices, vi: string, en: string): Choices {
  const english = en.split('\n')
  const taken = new Set<string>()
  const lines = vi.split('\n').slice(0, 100)
  return lines.flatMap((text, at) => {
    if (text.trim() === '') return []
    const known =
      before.find(({ label, value }) => label.vi === text && !taken.has(value)) ??
      (lines.length === before.length ? before[at] : undefined)
    const isFree = known !== undefined && !taken.has(known.value)
    const value = isFree ? known.value : freeName(text || 'lua chon', taken).replaceAll('_', '-')
    taken.add(value)
    return [{ value, label: { vi: text.trim(), en: (english[at] ?? '').trim() } }]
  })
}
