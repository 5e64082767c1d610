import { fold } from '#kernel/text.ts'

/** What may say who somebody is: a case; the officer named; a number of an identity card, a telephone or an account; an address. */
export const TRACES = ['case', 'officer', 'number', 'address'] as const
export type Trace = (typeof TRACES)[number]

/** So many digits in a row, whatever stands between them, are a number of somebody: telephones have ten, identity cards nine or twelve. */
const LONG_NUMBER = /(?:\d[\s.-]?){9,}/
const ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/

/**
 * What a text that is to be public says of somebody, as far as a program can tell. It cannot tell everything: whoever makes it public writes
 * the text anew.
 */
export function tracesIn(
  text: string,
  { caseCode, officerName }: { readonly caseCode: string | null; readonly officerName: string },
): readonly Trace[] {
  const folded = fold(text)
  const has = (words: string | null) =>
    words !== null && fold(words).trim() !== '' && folded.includes(fold(words).trim())
  const found: Record<Trace, boolean> = {
    number: LONG_NUMBER.test(text),
    address: ADDRESS.test(text),
    case: has(caseCode),
    officer: has(officerName),
  }
  return TRACES.filter((trace) => found[trace])
}
