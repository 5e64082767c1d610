import type { ReadTable } from '../reading/reading.ts'
import { sharesAcross } from './across.ts'
import type { Constraint } from './constraint.ts'
import { headerFormulas } from './formulas.ts'
import { periodSums } from './period-sums.ts'
import { partsInRows } from './row-parts.ts'
import { sharesOfColumns } from './shares.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { columnTotals } from './totals.ts'

export type Arithmetic = { readonly sheet: Sheet; readonly constraints: readonly Constraint[] }

const known = new WeakMap<ReadTable, Arithmetic>()

/** Everything that must hold between the numbers of a table. Worked out once for all rules that ask. */
export function arithmeticOf(table: ReadTable): Arithmetic {
  const before = known.get(table)
  if (before) return before
  const sheet = sheetOf(table)
  const made = {
    sheet,
    constraints: [
      ...headerFormulas(sheet),
      ...columnTotals(sheet),
      ...partsInRows(sheet),
      ...periodSums(sheet),
      ...sharesOfColumns(sheet),
      ...sharesAcross(sheet),
    ],
  }
  known.set(table, made)
  return made
}
