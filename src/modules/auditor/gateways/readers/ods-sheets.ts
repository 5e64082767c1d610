import { type FileFault, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, tooLong, tooWide } from '../fault.ts'
import { printed } from './number-format.ts'
import type { OdsStyles } from './ods-styles.ts'
import { type Budget, emptySheet, putCell, type Sheet, type SheetCell } from './sheet.ts'
import { type Attributes, visitXml, type XmlFault } from './xml.ts'

type OpenCell = {
  readonly attributes: Attributes
  readonly repeated: number
  /** One for each paragraph. */
  readonly lines: string[]
}

type Held = {
  readonly column: number
  readonly repeated: number
  readonly cell: SheetCell
  readonly attributes: Attributes
}

type SheetsState = {
  readonly styles: OdsStyles
  readonly budget: Budget
  readonly sheets: Sheet[]
  sheet: Sheet | null
  row: number
  rowsRepeated: number
  column: number
  definedColumn: number
  /** Cells of the open row that have text. */
  held: Held[]
  cell: OpenCell | null
  paragraphs: number
  inHeader: boolean
  skipped: number
  fault: FileFault | null
}

/** Every sheet that is not hidden. What repeats is counted before it is written out: a few bytes can stand for a million cells. */
export function readOdsSheets(content: Uint8Array, styles: OdsStyles): readonly Sheet[] | FileFault | XmlFault {
  const state: SheetsState = {
    styles,
    budget: { cells: 0, characters: 0 },
    sheets: [],
    sheet: null,
    row: 0,
    rowsRepeated: 1,
    column: 0,
    definedColumn: 0,
    held: [],
    cell: null,
    paragraphs: 0,
    inHeader: false,
    skipped: 0,
    fault: null,
  }
  const fault = visitXml(content, {
    open(name, attributes) {
      if (state.skipped > 0 || isSkipped(state, name, attributes)) state.skipped++
      else OPEN[name]?.(state, attributes)
    },
    close(name) {
      if (state.skipped > 0) state.skipped--
      else CLOSE[name]?.(state)
    },
    text(text) {
      if (state.skipped === 0 && state.paragraphs > 0) add(state, text)
    },
    done: () => state.fault !== null,
  })
  return fault ?? state.fault ?? state.sheets
}

/** Notes, drawings, forms, and what was tracked as deleted stand in a sheet but are none of its cells; so is a hidden sheet. */
function isSkipped({ styles, sheet }: SheetsState, name: string, attributes: Attributes): boolean {
  if (name === 'table:table') return sheet !== null || styles.isHidden(attributes['table:style-name'])
  return (
    name.startsWith('draw:') ||
    /^(?:office:annotation|office:forms|table:shapes|table:tracked-changes|table:dde-links)$/.test(name)
  )
}

const OPEN: Readonly<Record<string, (state: SheetsState, attributes: Attributes) => void>> = {
  'table:table'(state, attributes) {
    state.sheet = emptySheet(attributes['table:name'] ?? '')
    state.sheets.push(state.sheet)
    Object.assign(state, { row: 0, definedColumn: 0, inHeader: false })
  },
  'table:table-column'(state, attributes) {
    const from = state.definedColumn
    state.definedColumn += repeatOf(attributes, 'table:number-columns-repeated')
    if (isCollapsed(attributes)) state.sheet?.hiddenColumns.push({ from, to: state.definedColumn - 1 })
  },
  'table:table-header-rows'(state) {
    state.inHeader = true
  },
  'table:table-row'(state, attributes) {
    state.rowsRepeated = repeatOf(attributes, 'table:number-rows-repeated')
    state.column = 0
    state.held = []
    if (attributes['table:visibility'] === 'filter' && state.sheet) state.sheet.filtered = true
    if (isCollapsed(attributes) && state.rowsRepeated <= MOST_ROWS)
      for (let down = 0; down < state.rowsRepeated; down++) state.sheet?.hiddenRows.add(state.row + down)
  },
  'table:table-cell': openCell,
  'table:covered-table-cell'(state, attributes) {
    openCell(state, attributes)
  },
  'text:p'(state) {
    state.paragraphs++
    if (state.paragraphs === 1) state.cell?.lines.push('')
  },
  'text:s'(state, attributes) {
    add(state, ' '.repeat(Math.min(repeatOf(attributes, 'text:c'), 1000)))
  },
  'text:tab': (state) => add(state, '\t'),
  'text:line-break': (state) => add(state, '\n'),
}

const CLOSE: Readonly<Record<string, (state: SheetsState) => void>> = {
  'table:table'(state) {
    state.sheet = null
  },
  'table:table-header-rows'(state) {
    state.inHeader = false
    if (state.sheet) state.sheet.repeatedTo = state.row - 1
  },
  'table:table-row': closeRow,
  'table:table-cell': (state) => closeCell(state, false),
  'table:covered-table-cell': (state) => closeCell(state, true),
  'text:p'(state) {
    state.paragraphs--
  },
}

function isCollapsed(attributes: Attributes): boolean {
  return /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '')
}

/** How often something stands there: 1 when the file says nothing sensible. */
function repeatOf(attributes: Attributes, name: string): number {
  const count = Number(attributes[name] ?? 1)
  return Number.isSafeInteger(count) && count > 0 ? count : 1
}

function add(state: SheetsState, text: string): void {
  const lines = state.cell?.lines
  if (lines && lines.length > 0) lines[lines.length - 1] += text
}

function openCell(state: SheetsState, attributes: Attributes): void {
  const repeated = repeatOf(attributes, 'table:number-columns-repeated')
  state.cell = { attributes, repeated, lines: [] }
}

function closeCell(state: SheetsState, isCovered: boolean): void {
  const { cell, sheet } = state
  state.cell = null
  if (!cell || !sheet) return
  const column = state.column
  state.column += cell.repeated
  const content = isCovered ? null : contentOf(cell, state.styles)
  if (!content || content.text.trim() === '') return
  if (state.column > MOST_COLUMNS) state.fault ??= tooWide(sheet.name)
  else state.held.push({ column, repeated: cell.repeated, cell: content, attributes: cell.attributes })
}

function contentOf({ attributes, lines }: OpenCell, styles: OdsStyles): SheetCell {
  const type = attributes['office:value-type'] ?? attributes['calcext:value-type']
  const value = Number(attributes['office:value'] ?? Number.NaN)
  const isNumber = /^(?:float|percentage|currency)$/.test(type ?? '') && Number.isFinite(value)
  const formula = attributes['table:formula']
  const written = lines.join('\n')
  return {
    text: written === '' && isNumber ? unprinted(value, type === 'percentage') : written,
    ...(isNumber && { number: value }),
    ...(formula !== undefined && { formula }),
    ...(styles.isBold(attributes['table:style-name']) && { bold: true }),
  }
}

/** The number of a cell whose text the file leaves out. */
function unprinted(value: number, isShare: boolean): string {
  return isShare ? `${printed(value * 100, 'General').text}%` : printed(value, 'General').text
}

function closeRow(state: SheetsState): void {
  const { sheet, held, rowsRepeated, budget } = state
  const first = state.row
  state.row += rowsRepeated
  state.held = []
  if (!sheet || held.length === 0) return
  if (rowsRepeated > MOST_ROWS) state.fault ??= tooLong(MOST_ROWS, sheet.name)
  const cells = held.reduce((sum, { repeated }) => sum + repeated, 0)
  if (budget.cells + cells * rowsRepeated > MOST_CELLS) state.fault ??= tooLong(MOST_CELLS, sheet.name)
  if (state.fault) return
  for (let row = first; row < state.row; row++) for (const one of held) if (!put(state, sheet, row, one)) return
}

function put(state: SheetsState, sheet: Sheet, row: number, { column, repeated, cell, attributes }: Held): boolean {
  for (let across = column; across < column + repeated; across++) {
    state.fault ??= putCell(sheet, state.budget, { row, column: across }, cell)
    if (state.fault) return false
  }
  const rows = repeatOf(attributes, 'table:number-rows-spanned')
  const columns = repeatOf(attributes, 'table:number-columns-spanned')
  if (rows > 1 || columns > 1) sheet.merges.push({ row, column, rows, columns })
  return true
}
