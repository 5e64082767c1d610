import { formatNumber } from '#kernel/number.ts'
import { type Content, cellOf, ratioCell, type TableRoom, type Who } from './fill-cell.ts'
import type { FilledCell, FilledRow, FilledTable } from './filled.ts'
import type { IndicatorRef } from './lookup.ts'
import { headerRows } from './table-header.ts'
import type { Block, Column, RowSource } from './template.ts'

type Table = Extract<Block, { kind: 'table' }>

/** The table with a row for each unit or indicator its sources name on the structure day. */
export function fillTable(table: Table, given: Omit<TableRoom, 'tableKey' | 'columns'>): FilledTable {
  const room: TableRoom = { ...given, tableKey: table.key, columns: table.columns }
  const rows: FilledRow[] = []
  const made = new Map<string, number[]>()
  for (const source of table.rows) {
    const first = rows.length
    if (source.kind === 'total')
      rows.push(
        totalRow(
          source,
          source.of.flatMap((key) => made.get(key) ?? []),
          rows,
          table.columns,
        ),
      )
    else rows.push(...rowsOf(source, room))
    made.set(
      source.key,
      rows.flatMap(({ kind }, index) => (index >= first && kind === 'data' ? [index] : [])),
    )
  }
  return {
    kind: 'table',
    key: table.key,
    caption: table.caption,
    columns: table.columns.map(({ key, width, cell }) => ({ key, width, result: cell.kind === 'result' })),
    header: headerRows(table.columns),
    rows,
  }
}

function rowsOf(source: Exclude<RowSource, { kind: 'total' }>, room: TableRoom): FilledRow[] {
  const { context, columns } = room
  switch (source.kind) {
    case 'heading':
      return [headingRow(source.key, source.ordinal, source.label, columns)]
    case 'units': {
      const units = source.group === 'self' ? [context.unit] : (context.groups.get(source.group)?.units ?? [])
      const { reach } = source
      return units.map(({ id, name }, index) =>
        dataRow(
          { key: id, ordinal: String(index + 1), label: name, bold: false, reach, of: { unitId: id }, indicators: [] },
          room,
        ),
      )
    }
    case 'group': {
      const { key, ordinal, label, bold, reach, group } = source
      return [dataRow({ key, ordinal, label, bold, reach, of: { group }, indicators: [] }, room)]
    }
    case 'indicators': {
      const members = context.indicators.filter(({ group }) => group === source.indicatorGroup)
      const heading = source.heading && members[0] ? [headingRow(source.key, '', members[0].groupName, columns)] : []
      return [...heading, ...printedRows(members).map((parts) => dataRow(indicatorWho(parts), room))]
    }
    case 'indicator': {
      const parts = context.indicators.filter(({ code, rowCode }) => code === source.code || rowCode === source.code)
      if (parts.length > 0) return [dataRow({ ...indicatorWho(parts), ordinal: source.ordinal }, room)]
      room.miss({
        kind: 'placeholder',
        what: source.code,
        state: 'broken',
        figure: null,
        askUnitId: null,
        askUnitName: '',
      })
      return []
    }
  }
}

/** Indicators by printed row, in the order of the catalogue. */
function printedRows(indicators: readonly IndicatorRef[]): IndicatorRef[][] {
  const rows = new Map<string, IndicatorRef[]>()
  for (const indicator of indicators) rows.set(indicator.rowCode, [...(rows.get(indicator.rowCode) ?? []), indicator])
  return [...rows.values()]
}

function indicatorWho(parts: readonly IndicatorRef[]): Who {
  const [first] = parts
  return {
    key: first?.rowCode ?? '',
    ordinal: first?.ordinal ?? '',
    label: first?.name ?? '',
    bold: false,
    reach: 'own',
    of: { group: 'self' },
    indicators: parts,
  }
}

function headingRow(key: string, ordinal: string, label: string, columns: readonly Column[]): FilledRow {
  const bold = true
  if (ordinal && columns[0]?.cell.kind === 'ordinal' && columns.length > 1) {
    const cells: FilledCell[] = [
      { runs: [{ text: ordinal }], align: 'center', bold },
      { runs: [{ text: label }], align: 'left', bold, span: columns.length - 1 },
    ]
    return { kind: 'heading', key, cells }
  }
  return {
    kind: 'heading',
    key,
    cells: [{ runs: [{ text: `${ordinal} ${label}`.trim() }], align: 'left', bold, span: columns.length }],
  }
}

function dataRow(who: Who, room: TableRoom): FilledRow {
  const cells: FilledCell[] = []
  for (const column of room.columns) cells.push(styled(cellOf(column.cell, who, cells, room), column, who.bold))
  return { kind: 'data', key: who.key, cells }
}

function styled(content: Content, { align }: Column, bold: boolean): FilledCell {
  return bold ? { ...content, align, bold } : { ...content, align }
}

/** Counts are added; a ratio column divides the added counts, so a total is never a mean of percentages. */
function totalRow(
  { key, label }: { readonly key: string; readonly label: string },
  rows: readonly number[],
  above: readonly FilledRow[],
  columns: readonly Column[],
): FilledRow {
  const cells: FilledCell[] = []
  for (const [index, column] of columns.entries()) {
    const { cell } = column
    const content =
      cell.kind === 'label'
        ? { runs: [{ text: label }] }
        : cell.kind === 'ratio'
          ? ratioCell(cell, columns, cells)
          : sumCell(index, rows, above)
    cells.push(styled(content, column, true))
  }
  return { kind: 'total', key, cells }
}

function sumCell(column: number, rows: readonly number[], above: readonly FilledRow[]): Content {
  const numbers = rows.flatMap((row) => {
    const cell = above[row]?.cells[column]
    return cell?.format === 'count' && cell.number !== undefined ? [cell.number] : []
  })
  if (numbers.length === 0) return { runs: [] }
  const number = numbers.reduce((sum, value) => sum + value, 0)
  return { runs: [{ text: formatNumber(number) }], number, format: 'count', formula: { kind: 'sum', rows } }
}
