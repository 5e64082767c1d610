import { parsePeriodKey } from '#kernel/period.ts'
import { fold } from '#kernel/text.ts'
import { columnName, type GridCell, type GridRow } from './grid.ts'

export const IMPORT_MODES = ['all-or-nothing', 'good-rows'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

/** One value of a file, with the place a person finds it at. */
export type Candidate = {
  readonly row: number
  readonly column: string
  readonly unitCode: string
  readonly unitName: string
  readonly measure: string
  /** As the file writes it; empty when it does not. */
  readonly period: string
  readonly cell: GridCell | undefined
  readonly note: string
  readonly source: string
  /** What was printed, when the file says it beside the number. */
  readonly raw: string
}

type Field = 'unitCode' | 'unitName' | 'measure' | 'period' | 'value' | 'note' | 'source' | 'raw'

/** How each column may be headed, in either language, with or without marks. */
const HEADINGS = new Map<string, Field>(
  (
    [
      ['unitCode', 'Mã đơn vị', 'Unit code'],
      ['unitName', 'Đơn vị', 'Tên đơn vị', 'Unit'],
      ['measure', 'Mã số liệu', 'Measure'],
      ['period', 'Kỳ', 'Kỳ báo cáo', 'Period'],
      ['value', 'Giá trị', 'Value'],
      ['note', 'Ghi chú', 'Note'],
      ['source', 'Nguồn', 'Source'],
      ['raw', 'Nguyên văn', 'As printed'],
    ] as const
  ).flatMap(([field, ...names]) => names.map((name): [string, Field] => [fold(name), field])),
)
/** The heading stands within so many rows from the top. */
const HEADING_ROWS = 30

/**
 * The values of a table: long (a row for each value, with the columns unit, measure, period, value) or wide (a row for each unit, a
 * column for each measure code, as the template has it). `null`: there is no such table.
 */
export function candidatesOf(rows: readonly GridRow[], measureCodes: ReadonlySet<string>): readonly Candidate[] | null {
  for (const [index, row] of rows.slice(0, HEADING_ROWS).entries()) {
    const fields = new Map<Field, number>()
    const measures = new Map<number, string>()
    row.cells.forEach((cell, column) => {
      const text = cell?.text.trim() ?? ''
      const field = HEADINGS.get(fold(text))
      if (field && !fields.has(field)) fields.set(field, column)
      else if (measureCodes.has(text)) measures.set(column, text)
    })
    if (!fields.has('unitCode') && !fields.has('unitName')) continue
    const body = rows.slice(index + 1)
    if (fields.has('measure') && fields.has('value')) return longTable(body, fields)
    if (measures.size > 0) return wideTable(body, fields, measures, periodAbove(rows.slice(0, index)))
  }
  return null
}

function longTable(rows: readonly GridRow[], fields: ReadonlyMap<Field, number>): readonly Candidate[] {
  const column = columnName(fields.get('value') ?? 0)
  return rows.flatMap((row) => {
    const text = (field: Field) => textAt(row, fields.get(field))
    const cell = row.cells[fields.get('value') ?? -1]
    const candidate = {
      ...placeOf(row, text),
      column,
      measure: text('measure'),
      cell,
      note: text('note'),
      raw: text('raw'),
    }
    const isEmpty = !cell && candidate.note === '' && candidate.raw === '' && candidate.measure === ''
    return isEmpty ? [] : [candidate]
  })
}

function wideTable(
  rows: readonly GridRow[],
  fields: ReadonlyMap<Field, number>,
  measures: ReadonlyMap<number, string>,
  period: string,
): readonly Candidate[] {
  return rows.flatMap((row) => {
    const text = (field: Field) => textAt(row, fields.get(field))
    const place = placeOf(row, text)
    if (place.unitCode === '' && place.unitName === '') return []
    return [...measures].flatMap(([index, measure]): Candidate[] => {
      const cell = row.cells[index]
      if (!cell) return []
      return [{ ...place, period: place.period || period, column: columnName(index), measure, cell, note: '', raw: '' }]
    })
  })
}

function placeOf(row: GridRow, text: (field: Field) => string) {
  const at = { unitCode: text('unitCode'), unitName: text('unitName'), period: text('period'), source: text('source') }
  return { row: row.number, ...at }
}

function textAt(row: GridRow, column: number | undefined): string {
  return column === undefined ? '' : (row.cells[column]?.text.normalize('NFC').trim() ?? '')
}

/** A period key that stands in a cell above the heading. */
function periodAbove(rows: readonly GridRow[]): string {
  const texts = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.text.trim() ?? []))
  return texts.find((text) => parsePeriodKey(text) !== null) ?? ''
}
