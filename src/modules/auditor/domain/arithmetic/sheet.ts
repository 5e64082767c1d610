import { fold } from '#kernel/text.ts'
import { DISCRETE_UNIT, MEAN_HEADER, NOT_ADDITIVE, ROUNDED_UNIT, UNIT_HEADER } from '../lexicon/table-words.ts'
import type { Amount, ReadColumn, ReadTable } from '../reading/reading.ts'

/** The numbers of a table, by row and column; `null` where there is none to reckon with. */
export type Sheet = {
  readonly table: ReadTable
  readonly values: readonly (readonly (number | null)[])[]
  /** What else a doubtful number may stand for: `1,872` is 1872 where thousands are marked by commas. */
  readonly others: readonly (readonly (readonly number[])[])[]
  /** Digits after the decimal mark, as written. */
  readonly decimals: readonly (readonly number[])[]
  /** Columns whose amounts are rounded before they are printed: money in millions, hectares. */
  readonly rounded: readonly boolean[]
  /** Columns whose rows may be added up. */
  readonly additive: readonly boolean[]
  readonly counts: readonly number[]
  readonly percents: readonly number[]
  /** Columns of quotients that are no percentages. */
  readonly means: readonly number[]
  /** What each row is measured in, where a column says so; empty elsewhere. */
  readonly units: readonly string[]
  /** Rows whose unit is counted one by one. */
  readonly discrete: readonly boolean[]
  /** Rows that hold rates, averages or stocks up to date: not to be added up, whatever the column. */
  readonly rates: readonly boolean[]
  /** Rows that tell of something, parts of others ("Trong đó") too; no totals and titles. */
  readonly lines: readonly number[]
  /** Rows that tell of one thing each, without totals, titles and parts of others. */
  readonly dataRows: readonly number[]
}

/** What arithmetic sees of a table. Numbers with a word of their own (`24 loại`) and doubtful readings are left out. */
export function sheetOf(table: ReadTable): Sheet {
  const titles = fold(`${table.unit} ${table.title}`)
  const rowWords = table.rows.map((row) => fold(row.label))
  const unitColumn = table.columns.find(({ path }) => UNIT_HEADER.test(fold(path.at(-1) ?? '')))?.index
  const units = table.rows.map((row) => (unitColumn === undefined ? '' : (row.cells[unitColumn]?.text.trim() ?? '')))
  return {
    table,
    values: table.rows.map((row) =>
      row.cells.map(({ amount }, column) => {
        if (!amount || row.kind === 'header' || (amount.unit !== undefined && amount.kind === 'count')) return null
        const kind = table.columns[column]?.kind
        if (kind === 'count') return amount.kind === 'count' ? amount.value : null
        return kind === 'percent' ? amount.value : null
      }),
    ),
    others: table.rows.map((row) => row.cells.map(({ amount }) => (amount ? othersOf(amount) : []))),
    decimals: table.rows.map((row) => row.cells.map(({ amount }) => amount?.decimals ?? 0)),
    rounded: table.columns.map(({ header }) => ROUNDED_UNIT.test(titles) || ROUNDED_UNIT.test(fold(header))),
    additive: table.columns.map(({ header, kind }) => kind === 'count' && !NOT_ADDITIVE.test(fold(header))),
    counts: table.columns.filter(({ kind }) => kind === 'count').map(({ index }) => index),
    percents: table.columns.filter(({ kind }) => kind === 'percent').map(({ index }) => index),
    means: table.columns.filter((column) => isMean(table, column)).map(({ index }) => index),
    units,
    discrete: units.map((unit) => DISCRETE_UNIT.test(fold(unit))),
    lines: table.rows.flatMap(({ kind }, row) => (kind === 'data' ? [row] : [])),
    rates: table.rows.map((_, row) =>
      unitColumn === undefined
        ? NOT_ADDITIVE.test(rowWords[row] ?? '') || /\bluy ke\b/.test(rowWords[row] ?? '')
        : RATE_UNIT.test(units[row] ?? '') || /\bluy ke\b|\bti le\b|\bty le\b/.test(rowWords[row] ?? ''),
    ),
    dataRows: table.rows.flatMap((row, index) =>
      row.kind === 'data' && !NOT_ADDITIVE_ROW.test(rowWords[index] ?? '') ? [index] : [],
    ),
  }
}

/** `%`, `Triệu đồng/năm`, `điểm`. */
const RATE_UNIT = /%|\/|^điểm$|^lần$/iu

const NOT_ADDITIVE_ROW = /^(?:binh quan|trung binh|ti le|ty le|so sanh|tang|giam|trong do)\b/

/** A column of quotients by its header, most of whose values have a fraction. */
function isMean(table: ReadTable, { kind, header, index }: ReadColumn): boolean {
  if (kind !== 'count' || !MEAN_HEADER.test(fold(header))) return false
  const amounts = table.rows.flatMap((row) => (row.kind === 'header' ? [] : [row.cells[index]?.amount ?? null]))
  const known = amounts.filter((amount) => amount !== null)
  return known.filter(({ decimals }) => decimals > 0).length * 2 > known.length
}

/** What else the number may be: the readings already known, and the other sense of a single mark before three digits. */
function othersOf({ text, value, others, kind }: Amount): readonly number[] {
  const mark = /^(\d{1,3})[.,](\d{3})$/.exec(text.trim())
  if (others.length > 0 || kind === 'percent' || !mark) return others
  const [whole, fraction] = [Number(`${mark[1]}${mark[2]}`), Number(`${mark[1]}.${mark[2]}`)]
  return [value === whole ? fraction : whole]
}
