import type { HeaderFormula } from '../reading/reading.ts'
import type { Sheet } from './sheet.ts'

/** A cell of one table by its row and column there. */
export type Ref = { readonly row: number; readonly column: number }
export type CellTerm = Ref & { readonly sign: 1 | -1 }

/** Something that must hold between cells of one table if all of them are right. */
export type Constraint = Linear | Share

type Basis = {
  readonly family: 'header-formula' | 'row-parts' | 'column-total' | 'share'
  /** The same promise over other rows or columns has the same identity: `2=3+4`. */
  readonly identity: string
  /**
   * `stated`: the document itself says so (a formula in the header, the word "Tổng cộng"); `shown`: many rows keep to it exactly
   * and nothing else fits as well; `seen`: some rows keep to it, a hidden part may explain the rest.
   */
  readonly strength: 'stated' | 'shown' | 'seen'
  /** In how many other rows (or columns, for totals) the same promise holds. */
  readonly siblings: number
  readonly formula?: HeaderFormula
}

/** The signed sum of the cells is zero, give or take what rounding may leave. */
export type Linear = Basis & {
  readonly kind: 'linear'
  /** The whole first, with sign 1; its parts with sign -1. */
  readonly terms: readonly CellTerm[]
  readonly slack: number
}

/** The percentage in `percent` is `top` ÷ `bottom`. */
export type Share = Basis & {
  readonly kind: 'share'
  readonly percent: Ref
  readonly top: readonly CellTerm[]
  readonly bottom: readonly CellTerm[]
  /** 100 for percentages, 1 for columns that hold 0,98 for 98 %. */
  readonly scale: 100 | 1
}

/** A value put in place of what is written, to try out what would reconcile. */
export type Change = Ref & { readonly value: number }

export type Verdict =
  | { readonly state: 'holds' }
  /** A cell is blank or no number: nothing is promised. */
  | { readonly state: 'unknown' }
  | { readonly state: 'fails'; readonly expected: number; readonly stated: number }

const HOLDS: Verdict = { state: 'holds' }
const UNKNOWN: Verdict = { state: 'unknown' }

/** Whether the constraint holds on the sheet, doubtful numbers being read in its favour, with `changes` in place of what is written. */
export function check(constraint: Constraint, sheet: Sheet, changes: readonly Change[] = []): Verdict {
  const verdict = checkAsRead(constraint, sheet, changes)
  if (verdict.state !== 'fails') return verdict
  const doubtful = cellsOf(constraint).flatMap((ref): readonly Change[] => {
    if (changes.some((change) => change.row === ref.row && change.column === ref.column)) return []
    const [other] = sheet.others[ref.row]?.[ref.column] ?? []
    return other === undefined ? [] : [{ row: ref.row, column: ref.column, value: other }]
  })
  const readings = [...doubtful.map((change) => [change]), ...(doubtful.length > 1 ? [doubtful] : [])]
  const kind = readings.some((reading) => checkAsRead(constraint, sheet, [...changes, ...reading]).state === 'holds')
  return kind ? HOLDS : verdict
}

/** Whether the constraint holds with every number read as it is most likely meant, doubtful or not. */
export function checkAsRead(constraint: Constraint, sheet: Sheet, changes: readonly Change[] = []): Verdict {
  return constraint.kind === 'linear' ? checkSum(constraint, sheet, changes) : checkShare(constraint, sheet, changes)
}

/** The cells a constraint ties together. */
export function cellsOf(constraint: Constraint): readonly Ref[] {
  return constraint.kind === 'linear' ? constraint.terms : [constraint.percent, ...constraint.top, ...constraint.bottom]
}

/** The value of the place, or what is put in its place. */
export function valueAt(sheet: Sheet, ref: Ref, changes: readonly Change[] = []): number | null {
  const change = changes.find(({ row, column }) => row === ref.row && column === ref.column)
  return change ? change.value : (sheet.values[ref.row]?.[ref.column] ?? null)
}

function checkSum({ terms, slack }: Linear, sheet: Sheet, changes: readonly Change[]): Verdict {
  const total = signedSum(terms, sheet, changes)
  const [whole] = terms
  if (total === null || !whole) return UNKNOWN
  const stated = valueAt(sheet, whole, changes) ?? 0
  if (Math.abs(total) <= slack + tiny(stated)) return HOLDS
  return { state: 'fails', stated, expected: clean(stated - total) }
}

function checkShare({ percent, top, bottom, scale }: Share, sheet: Sheet, changes: readonly Change[]): Verdict {
  const [numerator, denominator] = [signedSum(top, sheet, changes), signedSum(bottom, sheet, changes)]
  const stated = valueAt(sheet, percent, changes)
  if (numerator === null || denominator === null || stated === null || denominator === 0) return UNKNOWN
  const expected = (scale * numerator) / denominator
  const slack = shareSlack(sheet, { top, bottom, scale }, numerator, denominator)
  const step = 10 ** -(sheet.decimals[percent.row]?.[percent.column] ?? 0)
  return isSaid(expected, stated, step, slack) ? HOLDS : { state: 'fails', stated, expected }
}

/** Whether `stated` is `expected` rounded half up or cut off at `step`. */
function isSaid(expected: number, stated: number, step: number, slack: number): boolean {
  if (Math.abs(expected - stated) <= step / 2 + slack + tiny(expected)) return true
  const left = Math.abs(expected) - Math.abs(stated)
  return expected * stated >= 0 && left >= -slack && left < step + slack - tiny(expected)
}

/** How far rounded amounts may shift a share. */
function shareSlack(sheet: Sheet, share: Pick<Share, 'top' | 'bottom' | 'scale'>, top: number, bottom: number): number {
  const loose = (terms: readonly CellTerm[]) => terms.reduce((sum, ref) => sum + looseness(sheet, ref), 0)
  const [above, below] = [loose(share.top), loose(share.bottom)]
  if (above === 0 && below === 0) return 0
  return share.scale * (above / Math.abs(bottom) + (Math.abs(top) * below) / bottom ** 2)
}

/** Half a unit of the last digit for what offices round before printing; 0 for counted things. */
export function looseness(sheet: Sheet, { row, column }: Ref): number {
  const decimals = sheet.decimals[row]?.[column] ?? 0
  return decimals > 0 || sheet.rounded[column] ? 0.5 * 10 ** -decimals : 0
}

/** The signed sum; `null` when a term is no number. */
export function signedSum(terms: readonly CellTerm[], sheet: Sheet, changes: readonly Change[] = []): number | null {
  let sum = 0
  for (const term of terms) {
    const value = valueAt(sheet, term, changes)
    if (value === null) return null
    sum += term.sign * value
  }
  return clean(sum)
}

/** Without the dust of binary fractions; amounts in reports have six decimals at most. */
export function clean(value: number): number {
  if (Number.isInteger(value)) return value
  return Math.abs(value) < 1e9 ? Math.round(value * 1e6) / 1e6 : Number(value.toPrecision(15))
}

const tiny = (value: number) => 1e-9 * Math.max(1, Math.abs(value))
