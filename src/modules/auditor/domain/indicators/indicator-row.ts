import { fold } from '#kernel/text.ts'
import { RESULT_HEADER, TARGET_HEADER } from '../lexicon/table-words.ts'
import type { Amount, ReadCell, ReadColumn, Reading, ReadRow, ReadTable, Statement } from '../reading/reading.ts'
import { readStatements } from '../reading/statement.ts'

/** A row that names an indicator, what it should be and what it is. */
export type IndicatorRow = {
  readonly table: ReadTable
  readonly index: number
  readonly row: ReadRow
  readonly label: string
  readonly targets: readonly Target[]
  /** Target cells that hold anything. */
  readonly targetCells: number
  readonly results: readonly Result[]
}

/** One number of a target cell; `30% đến cuối năm là 50%` has two. */
export type Target = {
  readonly cell: ReadCell
  readonly column: number
  readonly value: number
  readonly kind: Amount['kind']
  readonly bound: Amount['bound']
  readonly decimals: number
}

export type Result = {
  readonly cell: ReadCell
  readonly column: number
  /** Shares and fractions of the cell, in its order. */
  readonly statements: readonly Statement[]
}

const COMPARES =
  /\bso (?:voi|sanh)\b|\bti le\b.*\bke hoach\b|\bthuc hien\b.*\bke hoach\b|%.*\bke hoach\b|\bke hoach so\b/

const known = new WeakMap<Reading, readonly IndicatorRow[]>()

/** The indicator rows of all tables that set targets against results. Worked out once for all rules that ask. */
export function indicatorRows(reading: Reading): readonly IndicatorRow[] {
  const before = known.get(reading)
  if (before) return before
  const byRow = Map.groupBy(
    reading.statements.filter(({ table }) => table !== undefined),
    ({ table, row }) => `${table}/${row}`,
  )
  const made = reading.tables.flatMap((table) => rowsOf(table, byRow))
  known.set(reading, made)
  return made
}

/** Columns of a table that set targets. */
export function targetColumns(table: ReadTable): readonly ReadColumn[] {
  return table.columns.filter((column) => {
    const header = fold(column.header)
    if (column.kind === 'target') return !COMPARES.test(header)
    return (
      (column.kind === 'count' || column.kind === 'percent') &&
      TARGET_HEADER.test(header) &&
      !COMPARES.test(header) &&
      !RESULT_HEADER.test(fold(column.path.at(-1) ?? ''))
    )
  })
}

/** Columns of a table that tell results. */
export function resultColumns(table: ReadTable): readonly ReadColumn[] {
  const targets = targetColumns(table)
  if (targets.length === 0) return []
  const first = Math.min(...targets.map(({ index }) => index))
  return table.columns.filter(
    (column) =>
      column.index > first &&
      !targets.includes(column) &&
      ['result', 'count', 'percent', 'text'].includes(column.kind) &&
      RESULT_HEADER.test(fold(column.header)) &&
      !COMPARES.test(fold(column.header)),
  )
}

function rowsOf(table: ReadTable, statements: ReadonlyMap<string, readonly Statement[]>): readonly IndicatorRow[] {
  const [targets, results] = [targetColumns(table), resultColumns(table)]
  if (targets.length === 0 || results.length === 0) return []
  return table.rows.flatMap((row, index): readonly IndicatorRow[] => {
    if (row.kind !== 'data' || row.label.trim() === '') return []
    const said = statements.get(`${table.index}/${index}`) ?? []
    return [
      {
        table,
        index,
        row,
        label: row.label,
        targets: targets.flatMap((column) => targetsOf(row.cells[column.index], column)),
        targetCells: targets.filter(({ index: at }) => row.cells[at]?.blank === false).length,
        results: results.flatMap((column): readonly Result[] => {
          const cell = row.cells[column.index]
          if (!cell || cell.blank || cell.spot.column !== column.index) return []
          return [{ cell, column: column.index, statements: said.filter(({ spot }) => spot.column === column.index) }]
        }),
      },
    ]
  })
}

function targetsOf(cell: ReadCell | undefined, column: ReadColumn): readonly Target[] {
  if (!cell || cell.blank) return []
  const made = ({ value, kind, bound, decimals }: Amount): Target => ({
    cell,
    column: column.index,
    value,
    kind,
    bound,
    decimals,
  })
  if (cell.amount) {
    const percent = cell.amount.kind === 'percent' || /%|\bti le\b|\bty le\b/.test(fold(column.header))
    return [made({ ...cell.amount, kind: percent ? 'percent' : 'count' })]
  }
  return readStatements(cell.text).flatMap(({ percent }) => (percent ? [made(percent)] : []))
}
