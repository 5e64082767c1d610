import type { Block, Table } from '../../domain/document.ts'
import { type FileFault, isFault } from '../fault.ts'
import { placeCells, type SpanningCell } from './grid.ts'
import { newSink, type Sink, textOf } from './html-text.ts'

type OpenCell = {
  readonly sink: Sink
  readonly rowSpan: number
  readonly columnSpan: number
  readonly heading: boolean
}
type Row = { readonly cells: { readonly cell: SpanningCell; readonly sink: Sink; readonly heading: boolean }[] }
type Group = { readonly name: string; readonly rows: Row[] }

/** A table while its tags are read. Whatever is missing between two tags is put in as browsers do. */
export type OpenTable = {
  readonly presentation: boolean
  readonly groups: Group[]
  group: Group | null
  row: Row | null
  cell: OpenCell | null
  caption: Sink | null
  captionText: string
}

/** The table that a `<table>` tag opens. */
export function openTable(attributes: Readonly<Record<string, string>>): OpenTable {
  const presentation = /^(?:presentation|none)$/i.test(attributes.role ?? '')
  return { presentation, groups: [], group: null, row: null, cell: null, caption: null, captionText: '' }
}

export function openGroup(table: OpenTable, name: string): void {
  closeGroup(table)
  table.group = { name, rows: [] }
  table.groups.push(table.group)
}

export function closeGroup(table: OpenTable): void {
  closeRow(table)
  table.group = null
}

export function openRow(table: OpenTable): void {
  closeRow(table)
  if (!table.group) openGroup(table, 'tbody')
  table.row = { cells: [] }
  table.group?.rows.push(table.row)
}

export function closeRow(table: OpenTable): void {
  closeCell(table)
  table.row = null
}

export function openCell(table: OpenTable, name: string, attributes: Readonly<Record<string, string>>): void {
  closeCell(table)
  if (!table.row) openRow(table)
  const rowSpan = span(attributes.rowspan, 0)
  table.cell = { sink: newSink(), rowSpan, columnSpan: span(attributes.colspan, 1), heading: name === 'th' }
}

export function closeCell(table: OpenTable): void {
  if (!table.cell || !table.row) return
  const { sink, rowSpan, columnSpan, heading } = table.cell
  const text = textOf(sink)
  const bold = sink.letters > 0 && sink.boldLetters === sink.letters
  table.row.cells.push({ cell: { text, rowSpan, columnSpan, bold }, sink, heading })
  table.cell = null
}

/** What the `rowspan` or `colspan` says, within what HTML allows; 0 means "to the end" for rows only. */
function span(value: string | undefined, least: 0 | 1): number {
  const number = Number.parseInt(value ?? '1', 10)
  if (Number.isNaN(number) || number < least) return 1
  return Math.min(number, least === 0 ? 65_534 : 1_000)
}

export function openCaption(table: OpenTable): void {
  table.caption = newSink()
}

export function closeCaption(table: OpenTable): void {
  if (!table.caption) return
  table.captionText = textOf(table.caption)
  table.caption = null
}

/**
 * What the table comes to: itself and then the tables within its cells; or, where it only arranges the page, the contents of its
 * cells one after the other.
 */
export function closeTable(table: OpenTable): readonly Block[] | FileFault {
  closeCaption(table)
  closeGroup(table)
  const groups = table.groups.toSorted((a, b) => place(a) - place(b))
  const placed = placeCells(groups.map(({ rows }) => rows.map(({ cells }) => cells.map(({ cell }) => cell))))
  if (isFault(placed)) return placed
  const sinks = groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ sink }) => sink)))
  if (sinks.length === 0) return []
  const nested = sinks.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))
  if (isLayout(table, placed, nested.length > 0)) {
    const captions = captionOf(table)
    return [...captions, ...sinks.flatMap(({ blocks }) => blocks)]
  }
  const headerRows = headerRowsOf(groups)
  return [
    {
      kind: 'table',
      ...placed,
      ...(headerRows > 0 ? { headerRows } : {}),
      ...(table.captionText ? { caption: table.captionText } : {}),
      origin: {},
    },
    ...nested,
  ]
}

function captionOf(table: OpenTable): Block[] {
  return table.captionText ? [{ kind: 'paragraph', text: table.captionText, origin: {} }] : []
}

/** A foot may be written before the body; it is drawn below. */
function place(group: Group): number {
  return group.name === 'tfoot' ? 1 : 0
}

/** A frame around a text, or the old way to put a page in columns. */
function isLayout(table: OpenTable, { rows, width }: Pick<Table, 'rows' | 'width'>, nested: boolean): boolean {
  if (table.presentation || (rows.length === 1 && width === 1)) return true
  return nested && (width === 1 || rows.length <= 2)
}

/** Rows of `<thead>`; without it, the rows at the top in which every cell is a `<th>`. */
function headerRowsOf(groups: readonly Group[]): number {
  const head = groups.findIndex(({ name }) => name !== 'thead')
  const marked = groups.slice(0, head === -1 ? groups.length : head).reduce((sum, { rows }) => sum + rows.length, 0)
  if (marked > 0) return marked
  const rows = groups.flatMap((group) => group.rows)
  const first = rows.findIndex(({ cells }) => cells.length === 0 || cells.some(({ heading }) => !heading))
  return first === -1 ? 0 : first
}
