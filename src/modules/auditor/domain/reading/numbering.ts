import type { Spot } from '../finding.ts'

export type Numbered = { readonly number: string; readonly spot: Spot }

export type Break = {
  readonly kind: 'gap' | 'repeat'
  readonly before: Numbered
  readonly after: Numbered
  /** What was skipped: `10`, or `10–12`. */
  readonly missing: string
}

type Parsed = { readonly style: string; readonly prefix: string; readonly value: number }
/** `whole`: the list began at 1, or two of its numbers followed one another; else it may be no list at all. */
type Run = {
  readonly style: string
  readonly prefix: string
  readonly value: number
  readonly last: Numbered
  readonly whole: boolean
}

/** More than this is no slip: another list begins, or the numbers are those of something else. */
const WIDEST_GAP = 3

/**
 * Where numbering skips or repeats. Several lists may be open at once (I, 1, 6.2, and a list of its own within a section); a number
 * that carries on any of them is right, and a 1 opens a new one.
 */
export function findBreaks(items: readonly Numbered[]): readonly Break[] {
  const open: Run[] = []
  const breaks: Break[] = []
  for (const item of items) {
    const parsed = parse(item.number)
    if (!parsed) continue
    const mine = open.flatMap((run, at) => (run.style === parsed.style && run.prefix === parsed.prefix ? [at] : []))
    const next = mine.findLast((at) => open[at]?.value === parsed.value - 1)
    const run: Run = { ...parsed, last: item, whole: parsed.value === 1 || next !== undefined }
    if (next !== undefined) {
      open.splice(next, open.length, run)
      continue
    }
    const nearest = mine.findLast((at) => open[at]?.whole && isSlip(open[at].value, parsed.value))
    const before = nearest === undefined ? undefined : open[nearest]
    if (parsed.value === 1) {
      open.push(run)
      continue
    }
    if (before && nearest !== undefined) {
      breaks.push(breakBetween(before, parsed, item))
      open.splice(nearest, open.length, { ...run, whole: true })
    } else open.push(run)
  }
  return breaks
}

/** The same number again, or a few too far. */
function isSlip(last: number, value: number): boolean {
  return value === last || (value > last + 1 && value <= last + 1 + WIDEST_GAP)
}

function breakBetween(before: Run, { style, prefix, value }: Parsed, after: Numbered): Break {
  const write = (one: number) =>
    style === 'roman' ? 'X'.repeat(Math.floor(one / 10)) + (ONES[one % 10] ?? '') : `${prefix}${one}`
  const [first, last] = [before.value + 1, value - 1]
  const missing = first > last ? '' : first === last ? write(first) : `${write(first)}–${write(last)}`
  return { kind: value === before.value ? 'repeat' : 'gap', before: before.last, after, missing }
}

const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
const ROMAN = /^(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})$/

/** `III` is 3 of the Roman style, `6.2` is 2 of those that begin with `6.`, `09` is 9. */
function parse(text: string): Parsed | null {
  const number = text.trim().replace(/[.)]+$/, '')
  const decimal = /^((?:\d{1,3}\.)*)0*(\d{1,3})$/.exec(number)
  if (decimal) return { style: 'arabic', prefix: decimal[1] ?? '', value: Number(decimal[2]) }
  const roman = ROMAN.exec(number)
  if (!roman) return null
  const ones = ONES.indexOf(roman[2] ?? '')
  return { style: 'roman', prefix: '', value: (roman[1] ?? '').length * 10 + ones }
}
