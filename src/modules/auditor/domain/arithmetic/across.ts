import { fold } from '#kernel/text.ts'
import { isTotalLabel, SHARE_HEADER } from '../lexicon/table-words.ts'
import type { ReadCell, ReadColumn, ReadRow, ReadTable } from '../reading/reading.ts'
import type { CellTerm, Constraint, Ref } from './constraint.ts'
import { sharesOfColumns } from './shares.ts'
import { type Sheet, sheetOf } from './sheet.ts'

/** Fewer columns of numbers show nothing across, more rows are a list of things and not of indicators. */
const LEAST_COLUMNS = 3
const MOST_ROWS = 40

/**
 * What holds down the columns of a table whose rows are indicators and whose columns are units or months: `Tỷ lệ hộ nghèo` under
 * `Số hộ nghèo` and `Tổng số hộ`. Found by laying the table on its side.
 */
export function sharesAcross(sheet: Sheet): readonly Constraint[] {
  const rows = sheet.lines
  if (sheet.counts.length < LEAST_COLUMNS || rows.length > MOST_ROWS || !rows.some((row) => sheet.rates[row])) return []
  return sharesOfColumns(sheetOf(onItsSide(sheet, rows))).flatMap((constraint) => {
    if (constraint.kind !== 'share') return []
    const back = <Place extends Ref>(ref: Place): Place => ({
      ...ref,
      row: rows[ref.column] ?? 0,
      column: sheet.counts[ref.row] ?? 0,
    })
    const terms = (side: readonly CellTerm[]) => side.map(back)
    const { percent, top, bottom } = constraint
    return [
      {
        ...constraint,
        identity: `across ${constraint.identity}`,
        percent: back(percent),
        top: terms(top),
        bottom: terms(bottom),
      },
    ]
  })
}

function onItsSide({ table, counts, units }: Sheet, rows: readonly number[]): ReadTable {
  const columns = rows.map((row, index): ReadColumn => {
    const header = table.rows[row]?.label ?? ''
    const isRate = /%/.test(units[row] ?? '') || SHARE_HEADER.test(fold(header))
    return {
      index,
      path: [header],
      header,
      mark: null,
      formula: null,
      kind: isRate ? 'percent' : 'count',
      style: 'none',
    }
  })
  const lines = counts.map((column): ReadRow => {
    const label = table.columns[column]?.path.at(-1) ?? ''
    const cells = rows.map(
      (row): ReadCell => table.rows[row]?.cells[column] ?? { spot: { block: 0 }, text: '', amount: null, blank: true },
    )
    const kind = isTotalLabel(label) ? 'total' : 'data'
    return { spot: { block: table.blocks[0] ?? 0 }, kind, order: '', label, parent: null, level: 0, cells }
  })
  return { ...table, columns, rows: lines }
}
