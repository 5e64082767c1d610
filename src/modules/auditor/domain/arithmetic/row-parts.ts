import { fold } from '#kernel/text.ts'
import { ONLY_SOME, PARTITIONS, WHOLE } from '../lexicon/partitions.ts'
import { type CellTerm, check, type Linear } from './constraint.ts'
import { slackOf, withSiblings } from './formulas.ts'
import { arePeriods } from './period-sums.ts'
import type { Sheet } from './sheet.ts'

type Signed = { readonly column: number; readonly sign: 1 | -1 }
type Candidate = { readonly terms: readonly Signed[]; readonly prior: number; readonly said: boolean }
type Judged = Candidate & {
  readonly holds: readonly number[]
  readonly fails: readonly number[]
  readonly bits: number
  /** A column of it is nearly always zero: the numbers cannot tell whether it belongs in. */
  readonly idle: boolean
  /** Columns whose blanks are zeros: the rows that leave them blank keep to the sum without them. */
  readonly zeros: ReadonlySet<number>
}

const ENOUGH = 10
const PLENTY = 16
/** Up to so many columns every signed sum is tried; wider tables only sums of neighbours. */
const ALL_SUMS = 8
const MOST_PARTS = 8

/**
 * Which columns add up to which, row by row: what the headers suggest (total and parts, on time and late) is believed when it holds
 * somewhere; what only the numbers show is believed when it holds so often and so exactly that chance is out of the question.
 */
export function partsInRows(sheet: Sheet): readonly Linear[] {
  const rows = sheet.lines.filter((row) => !sheet.rates[row])
  if (sheet.counts.length < 3 || rows.length === 0) return []
  const all = [...rows, ...sheet.table.rows.flatMap(({ kind }, row) => (kind === 'total' ? [row] : []))]
  const formulas = sheet.table.columns.flatMap(({ formula, index }) =>
    formula && !formula.over ? [new Set([index, ...formula.sum.map(({ column }) => column)])] : [],
  )
  const judged = candidates(sheet)
    .filter(
      ({ terms }) =>
        !arePeriods(
          sheet,
          terms.map(({ column }) => column),
        ),
    )
    .map((candidate) => judge(sheet, candidate, all))
    .filter(isBelieved)
  // Where the header has formulas, sums of their columns follow from them, or are chance.
  const promised = new Set(formulas.flatMap((columns) => [...columns]))
  const own = minimal(
    judged.filter(({ idle }) => !idle),
    judged,
  ).filter(({ terms }) => !terms.every(({ column }) => promised.has(column)))
  return own.flatMap((identity) => {
    const made = withSiblings(
      all.map((row) => constraintOf(sheet, identity, row)),
      sheet,
    )
    const held = made.filter((one) => check(one, sheet).state === 'holds').length
    return identity.said || held >= 3 ? made : []
  })
}

function isBelieved({ bits, holds, fails, said }: Judged): boolean {
  if (bits < ENOUGH || holds.length === 0) return false
  return said ? fails.length <= holds.length : holds.length >= 3 && fails.length * 3 <= holds.length
}

function constraintOf(sheet: Sheet, { terms, said, bits, holds, fails, zeros }: Judged, row: number): Linear {
  const isZero = (column: number) =>
    zeros.has(column) && (sheet.values[row]?.[column] ?? null) === null && isBlankAt(sheet, row, column)
  const cells = terms.filter(({ column }) => !isZero(column)).map((term): CellTerm => ({ ...term, row }))
  const strength =
    said && holds.length > fails.length
      ? 'stated'
      : bits >= PLENTY && fails.length <= 2 && holds.length >= 4
        ? 'shown'
        : 'seen'
  const identity = terms.map(({ column, sign }) => `${sign < 0 ? '-' : '+'}${column}`).join('')
  return {
    kind: 'linear',
    family: 'row-parts',
    identity,
    strength,
    siblings: 0,
    terms: cells,
    slack: slackOf(sheet, cells),
  }
}

function isBlankAt(sheet: Sheet, row: number, column: number): boolean {
  return sheet.table.rows[row]?.cells[column]?.blank ?? true
}

/** How well the rows keep to a candidate. Each row that does gives as many bits as its numbers are large. */
function judge(sheet: Sheet, candidate: Candidate, rows: readonly number[]): Judged {
  const [holds, fails]: [number[], number[]] = [[], []]
  const used = candidate.terms.map(() => 0)
  const blanks = new Map<number, number>()
  let bits = -candidate.prior
  const most = candidate.said ? rows.length : Math.floor(rows.length / 4)
  for (const row of rows) {
    const kept = keeps(sheet, candidate.terms, row)
    if (kept === null) continue
    if (kept === 0) {
      fails.push(row)
      bits -= Math.log2(1 + rows.length)
      if (fails.length > most) break
      continue
    }
    if (kept < 0) continue
    holds.push(row)
    for (const { column } of candidate.terms)
      if (isBlankAt(sheet, row, column)) blanks.set(column, (blanks.get(column) ?? 0) + 1)
    // A total follows from its rows: it may contradict a sum, but does not speak for it.
    if (sheet.table.rows[row]?.kind !== 'total') bits += kept
    for (const [at, { column }] of candidate.terms.entries())
      if (sheet.values[row]?.[column]) used[at] = (used[at] ?? 0) + 1
  }
  // Every column must matter, or the sum is another sum with a column of zeros beside it.
  const idle = used.some((times) => times < (candidate.said ? 1 : 2))
  const zeros = new Set([...blanks].flatMap(([column, times]) => (times >= 2 ? [column] : [])))
  return { ...candidate, holds, fails, bits: fails.length > most ? 0 : bits, idle, zeros }
}

/** Bits of evidence when the row keeps to the sum, -1 when it keeps to it but is too empty to tell, 0 when it does not; `null` when a blank may hold the difference. */
function keeps(sheet: Sheet, terms: readonly Signed[], row: number): number | null {
  const values = sheet.values[row]
  const decimals = sheet.decimals[row]
  if (!values || !decimals) return null
  let [sum, largest, filled, loose, places, blanks] = [0, 0, 0, 0, 0, 0]
  for (const { column, sign } of terms) {
    const value = values[column] ?? 0
    blanks += values[column] === null ? 1 : 0
    sum += sign * value
    largest = Math.max(largest, Math.abs(value))
    if (value !== 0) filled++
    const here = decimals[column] ?? 0
    places = Math.max(places, here)
    if (here > 0 || sheet.rounded[column]) loose += 0.5 * 10 ** -here
  }
  if (Math.abs(sum) > loose + 1e-9 * Math.max(1, largest)) return blanks > 0 ? null : 0
  return filled < 3 ? -1 : Math.log2(1 + largest / (10 ** -places + 2 * loose))
}

/**
 * Without the sums that follow from others, and without a sum whose exceptions another sum explains: received = returned holds in
 * most rows until the column of pending cases is taken in.
 */
function minimal(judged: readonly Judged[], all: readonly Judged[]): readonly Judged[] {
  const columnsOf = ({ terms }: Judged) => new Set(terms.map(({ column }) => column))
  const explained = (one: Judged) =>
    one.fails.length > 0 &&
    all.some((other) => {
      const [own, theirs] = [columnsOf(one), columnsOf(other)]
      return (
        other.fails.length < one.fails.length &&
        [...own].filter((c) => theirs.has(c)).length >= 2 &&
        one.fails.some((row) => other.holds.includes(row))
      )
    })
  const kept: Judged[] = []
  for (const one of judged.filter((each) => !explained(each)).toSorted(bySize)) {
    const own = columnsOf(one)
    if (!kept.some((other) => [...columnsOf(other)].every((column) => own.has(column)))) kept.push(one)
  }
  return kept
}

const bySize = (a: Judged, b: Judged) =>
  Number(b.said) - Number(a.said) ||
  a.terms.length - b.terms.length ||
  a.fails.length - b.fails.length ||
  b.bits - a.bits

function candidates(sheet: Sheet): readonly Candidate[] {
  const said = saidByHeaders(sheet)
  const mined = sheet.counts.length <= ALL_SUMS ? everySum(sheet.counts) : neighbours(sheet.counts)
  const wide = sheet.counts.length > ALL_SUMS ? ofGroups(sheet) : []
  const prior = Math.log2(1 + mined.length + wide.length)
  return [...said, ...[...wide, ...mined].map((terms) => ({ terms, prior, said: false }))]
}

/** Sums that the words of the headers suggest. */
function saidByHeaders(sheet: Sheet): readonly Candidate[] {
  const columns = sheet.counts.map((index) => ({ index, words: fold(sheet.table.columns[index]?.header ?? '') }))
  const leafOf = (index: number) => fold(sheet.table.columns[index]?.path.at(-1) ?? '')
  const groupOf = (index: number) => sheet.table.columns[index]?.path.slice(0, -1).join('/') ?? ''
  const wholes = columns.filter(({ words }) => WHOLE.test(words))
  const sums = wholes.flatMap(({ index: whole }) => {
    const partitions = PARTITIONS.flatMap((parts) => {
      const after = columns.filter(({ index }) => index > whole && Math.abs(index - whole) <= MOST_PARTS)
      const found = parts.map((part) => after.find(({ index }) => part.test(leafOf(index)))?.index)
      return found.every((index) => index !== undefined) && new Set(found).size === found.length
        ? [found as number[]]
        : []
    })
    const group = columns.filter(
      ({ index }) => index !== whole && groupOf(index) !== '' && groupOf(index) === groupOf(whole),
    )
    const within = group.length >= 2 && !ONLY_SOME.test(fold(groupOf(whole))) ? [group.map(({ index }) => index)] : []
    const next = columns.filter(
      ({ index }) => index > whole && groupOf(index) !== '' && groupOf(index) === groupOf(whole + 1),
    )
    const beside =
      next.length >= 2 && !next.some(({ words }) => ONLY_SOME.test(words)) ? [next.map(({ index }) => index)] : []
    const before = columns.filter(
      ({ index }) => index < whole && groupOf(index) !== '' && groupOf(index) === groupOf(whole - 1),
    )
    const ahead =
      before.length >= 2 && !before.some(({ words }) => ONLY_SOME.test(words)) ? [before.map(({ index }) => index)] : []
    return [...partitions, ...within, ...beside, ...ahead].map((parts): readonly Signed[] => [
      { column: whole, sign: 1 },
      ...parts.map((column): Signed => ({ column, sign: -1 })),
    ])
  })
  const seen = new Set<string>()
  return sums.flatMap((terms) => {
    const key = terms.map(({ column }) => column).join()
    if (seen.has(key)) return []
    seen.add(key)
    return [{ terms, prior: 2, said: true }]
  })
}

/** Every signed sum of three to six columns, each once: the first column is positive. */
function everySum(columns: readonly number[]): readonly (readonly Signed[])[] {
  const sums: Signed[][] = []
  const grow = (at: number, terms: readonly Signed[]): void => {
    if (terms.length >= 3 && terms.length <= 6 && terms.some(({ sign }) => sign < 0)) sums.push([...terms])
    if (terms.length === 6) return
    for (let next = at; next < columns.length; next++) {
      const column = columns[next] ?? 0
      grow(next + 1, [...terms, { column, sign: 1 }])
      if (terms.length > 0) grow(next + 1, [...terms, { column, sign: -1 }])
    }
  }
  grow(0, [])
  return sums.map(wholeFirst)
}

/** When one column stands against all others it is the whole and comes first with sign 1. */
function wholeFirst(terms: readonly Signed[]): readonly Signed[] {
  const plus = terms.filter(({ sign }) => sign > 0)
  const minus = terms.filter(({ sign }) => sign < 0)
  if (minus.length !== 1 || plus.length === 1) return [...plus, ...minus]
  return [...minus, ...plus].map(({ column, sign }) => ({ column, sign: sign > 0 ? -1 : 1 }))
}

/** A column and the run of two to eight columns beside it. */
function neighbours(columns: readonly number[]): readonly (readonly Signed[])[] {
  return columns.flatMap((whole, at) =>
    [1, -1].flatMap((direction) =>
      Array.from({ length: MOST_PARTS - 1 }, (_, more) => more + 2).flatMap((length) => {
        const run = Array.from({ length }, (_, step) => columns[at + direction * (step + 1)])
        if (run.some((column) => column === undefined)) return []
        return [
          [{ column: whole, sign: 1 as const }, ...run.map((column) => ({ column: column ?? 0, sign: -1 as const }))],
        ]
      }),
    ),
  )
}

/** A column and the columns under one header that may divide it: "Có mặt" and the degrees under "Trình độ". */
function ofGroups(sheet: Sheet): readonly (readonly Signed[])[] {
  const groups = Map.groupBy(sheet.counts, (column) => sheet.table.columns[column]?.path.slice(0, -1).join('/') ?? '')
  return [...groups].flatMap(([group, parts]) => {
    if (group === '' || parts.length < 2 || parts.length > MOST_PARTS || ONLY_SOME.test(fold(group))) return []
    const wholes = sheet.counts.filter((column) => !parts.includes(column))
    return wholes.map((column) => [
      { column, sign: 1 as const },
      ...parts.map((part) => ({ column: part, sign: -1 as const })),
    ])
  })
}
