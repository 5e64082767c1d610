import { isTotalOf } from '../lexicon/table-words.ts'
import type { CellTerm, Share } from './constraint.ts'
import type { Sheet } from './sheet.ts'

/** A way in which a column may be a quotient of other columns. */
export type Form = {
  readonly identity: string
  /** Bits that it costs: how many of its like are tried. */
  readonly prior: number
  readonly at: (row: number) => Pick<Share, 'top' | 'bottom'>
}

/** Wider tables are tried near the share only. */
const WIDEST = 14
const NEAR = 6
/** Sums of two are tried in tables of so many columns at most. */
const MOST_JOINED = 10

/** For a mean n/d alone; for a share n/d, n/(n+m), (n+m)/d, growth (b−a)/a and b/a, what is left (a−b)/a, and the part of a total row. */
export function formsFor(sheet: Sheet, column: number, isMean: boolean): readonly Form[] {
  const others = sheet.counts.filter((count) => count !== column)
  const own = others.length <= WIDEST ? others : others.filter((count) => Math.abs(count - column) <= NEAR)
  const prior = Math.log2(1 + own.length ** 2)
  const pairs = own.flatMap((a) => own.filter((b) => b !== a).map((b) => [a, b] as const))
  const form = (identity: string, cost: number, top: readonly Signed[], bottom: readonly Signed[]): Form => ({
    identity,
    prior: prior + cost,
    at: (row) => ({ top: top.map((term) => ({ ...term, row })), bottom: bottom.map((term) => ({ ...term, row })) }),
  })
  // A mean is one thing over another; more would be found by chance.
  if (isMean) return pairs.map(([a, b]) => form(`${a}/${b}`, 0, [plus(a)], [plus(b)]))
  const totals = sheet.table.rows.flatMap(({ kind, label }, row) =>
    kind === 'total' || (kind === 'data' && isTotalOf(label)) ? [row] : [],
  )
  return [
    ...pairs.flatMap(([a, b]) => [
      form(`${a}/${b}`, 0, [plus(a)], [plus(b)]),
      form(`${a}/(${a}+${b})`, 1, [plus(a)], [plus(a), plus(b)]),
      form(`(${b}-${a})/${a}`, 1, [plus(b), minus(a)], [plus(a)]),
      form(`(${a}-${b})/${a}`, 1, [plus(a), minus(b)], [plus(a)]),
    ]),
    ...pairs.flatMap(([a, b]) =>
      a > b || own.length > MOST_JOINED
        ? []
        : own.flatMap((c) => (c === a || c === b ? [] : [form(`(${a}+${b})/${c}`, 2, [plus(a), plus(b)], [plus(c)])])),
    ),
    ...own.flatMap((a) =>
      totals.map(
        (total): Form => ({
          identity: `${a}/Σ${a}`,
          prior,
          at: (row) => ({ top: [{ row, ...plus(a) }], bottom: [{ row: total, ...plus(a) }] }),
        }),
      ),
    ),
  ]
}

type Signed = Omit<CellTerm, 'row'>
const plus = (column: number): Signed => ({ column, sign: 1 })
const minus = (column: number): Signed => ({ column, sign: -1 })
