import type { Spot } from '../finding.ts'
import type { Thing } from '../lexicon/things.ts'
import type { Reading, ReadTable } from '../reading/reading.ts'
import { thingOfColumn } from './things.ts'
import { unitKeys } from './unit-key.ts'

/** A counted number of a table with what it counts and for whom. */
export type CountCell = {
  readonly table: ReadTable
  readonly row: number
  readonly column: number
  readonly value: number
  readonly spot: Spot
  readonly header: string
  readonly thing: Thing | null
  /** The unit of organisation of the row; `null` when the row names none. */
  readonly unit: string | null
}

export type CountCells = {
  readonly all: readonly CountCell[]
  readonly byValue: ReadonlyMap<number, readonly CountCell[]>
}

const known = new WeakMap<Reading, CountCells>()

/** Every counted number of every table; doubtful readings, percentages and numbers with a word of their own are left out. */
export function countCells(reading: Reading): CountCells {
  const before = known.get(reading)
  if (before) return before
  const all = reading.tables.flatMap(cellsOf)
  const made = { all, byValue: Map.groupBy(all, ({ value }) => value) }
  known.set(reading, made)
  return made
}

function cellsOf(table: ReadTable): readonly CountCell[] {
  const columns = table.columns
    .filter(({ kind }) => kind === 'count')
    .map((column) => ({ ...column, thing: thingOfColumn(column.path) }))
  if (columns.length === 0) return []
  const units = unitKeys(table)
  return table.rows.flatMap((row, index) => {
    if (row.kind !== 'data' && row.kind !== 'total') return []
    return columns.flatMap((column): readonly CountCell[] => {
      const cell = row.cells[column.index]
      const amount = cell?.amount
      if (!cell || !amount || amount.kind !== 'count' || amount.unit !== undefined || amount.sure < 0.5) return []
      if (cell.spot.column !== column.index) return []
      return [
        {
          table,
          row: index,
          column: column.index,
          value: amount.value,
          spot: cell.spot,
          header: column.header,
          thing: column.thing,
          unit: units.get(index) ?? null,
        },
      ]
    })
  })
}
