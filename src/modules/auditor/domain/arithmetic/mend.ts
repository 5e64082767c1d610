import { type Change, type Constraint, cellsOf, check, clean, type Ref, valueAt } from './constraint.ts'
import type { Arithmetic } from './constraints.ts'
import { type Slip, slipBetween, slipsBack } from './slips.ts'

/** The smallest change that reconciles a broken constraint, and the unchanged cells that speak for it. */
export type Mend = {
  readonly kind: Slip | 'swap' | 'value'
  readonly changes: readonly Change[]
  readonly confirmedBy: readonly Ref[]
}

/**
 * One change that mends `broken` and breaks nothing else, when something besides `broken` speaks for it: another constraint of the same
 * cell that it mends too, or the form of the slip (digits exchanged, a mark lost, cells exchanged) where no other cell of the
 * constraint has such a slip. `null` when there is none or when two changes would do: then nobody can tell.
 */
export function mend(broken: Constraint, { sheet, constraints }: Arithmetic): Mend | null {
  const touching = (refs: readonly Ref[]) =>
    constraints.filter((other) => cellsOf(other).some((cell) => refs.some((ref) => same(cell, ref))))
  const judged = [...singles(broken, sheet), ...swaps(broken, sheet)].flatMap((option): readonly Judged[] => {
    if (check(broken, sheet, option.changes).state !== 'holds') return []
    const near = touching(option.changes).filter((other) => other !== broken)
    const before = near.map((other) => check(other, sheet).state)
    const after = near.map((other) => check(other, sheet, option.changes).state)
    if (after.some((state, at) => state === 'fails' && before[at] !== 'fails')) return []
    const mended = near.filter((_, at) => before[at] === 'fails' && after[at] === 'holds')
    const still = after.filter((state) => state === 'fails').length
    return [{ ...option, mended, still }]
  })
  const best = choose(judged)
  if (!best) return null
  const witnesses = [broken, ...best.mended].flatMap(cellsOf)
  const confirmedBy = witnesses.filter(
    (cell, at) =>
      !best.changes.some((change) => same(change, cell)) && witnesses.findIndex((other) => same(other, cell)) === at,
  )
  return { kind: best.kind, changes: best.changes, confirmedBy }
}

type Option = { readonly kind: Mend['kind']; readonly changes: readonly Change[] }
type Judged = Option & { readonly mended: readonly Constraint[]; readonly still: number }

/** The one option that stands out: most other constraints mended, then the likelier slip. Two equals cancel out. */
function choose(judged: readonly Judged[]): Judged | null {
  const worth = ({ kind, mended, still }: Judged) => mended.length * 10 + LIKELY[kind] - still * 4
  const ranked = judged
    .filter((option) => option.mended.length > 0 || LIKELY[option.kind] > 0)
    .toSorted((a, b) => worth(b) - worth(a))
  const [first, second] = ranked
  if (!first) return null
  return second && worth(second) >= worth(first) && !equalChanges(first, second) ? null : first
}

const LIKELY: Record<Mend['kind'], number> = { swap: 4, transpose: 3, 'lost-mark': 3, digit: 0, value: 0 }

/** Each cell of the constraint with the value that it would need. */
function singles(broken: Constraint, sheet: Arithmetic['sheet']): readonly Option[] {
  return cellsOf(broken).flatMap((ref) => {
    const written = valueAt(sheet, ref)
    const text = sheet.table.rows[ref.row]?.cells[ref.column]?.amount?.text ?? ''
    if (written === null) return []
    return neededAt(broken, ref, sheet, text, written).flatMap((value): readonly Option[] => {
      if (value < 0 && written >= 0) return []
      return [{ kind: slipBetween(text, written, value) ?? 'value', changes: [{ ...ref, value }] }]
    })
  })
}

function neededAt(
  broken: Constraint,
  ref: Ref,
  sheet: Arithmetic['sheet'],
  text: string,
  written: number,
): readonly number[] {
  if (broken.kind === 'linear') {
    const verdict = check(broken, sheet)
    if (verdict.state !== 'fails') return []
    const sign = broken.terms.find((term) => same(term, ref))?.sign ?? 1
    return [clean(written - sign * (verdict.stated - verdict.expected))]
  }
  if (!same(broken.percent, ref)) return slipsBack(text, written)
  const verdict = check(broken, sheet)
  if (verdict.state !== 'fails') return []
  const decimals = sheet.decimals[ref.row]?.[ref.column] ?? 0
  return [...new Set([decimals, 2])].map((places) => Number(verdict.expected.toFixed(places)))
}

/** Two cells of the row, or a cell and its neighbour above or below, in each other's place. */
function swaps(broken: Constraint, sheet: Arithmetic['sheet']): readonly Option[] {
  return cellsOf(broken).flatMap((ref) => {
    const own = valueAt(sheet, ref)
    if (own === null) return []
    const sideways = sheet.counts.filter((column) => column > ref.column).map((column) => ({ row: ref.row, column }))
    const updown = [ref.row - 1, ref.row + 1].map((row) => ({ row, column: ref.column }))
    const others = sheet.percents.includes(ref.column) ? updown : [...sideways, ...updown]
    return others.flatMap((other): readonly Option[] => {
      const theirs = valueAt(sheet, other)
      if (theirs === null || theirs === own) return []
      return [
        {
          kind: 'swap',
          changes: [
            { ...ref, value: theirs },
            { ...other, value: own },
          ],
        },
      ]
    })
  })
}

const same = (a: Ref, b: Ref) => a.row === b.row && a.column === b.column

function equalChanges(a: Option, b: Option): boolean {
  return (
    a.changes.length === b.changes.length &&
    a.changes.every((one) => b.changes.some((other) => same(one, other) && one.value === other.value))
  )
}
