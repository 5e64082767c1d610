import { type FileFault, MOST_CELLS, MOST_COLUMNS, tooLong, tooWide } from '../fault.ts'
import { isOn } from './docx-styles.ts'
import { asInFont } from './legacy-font.ts'
import { printed } from './number-format.ts'
import { type Budget, cellAt, emptySheet, putCell, type Sheet } from './sheet.ts'
import { shiftFormula } from './shift-formula.ts'
import { type CellFormat, unescaped } from './xlsx-parts.ts'
import { type Attributes, visitXml, type XmlFault } from './xml.ts'

export type SheetRules = {
  readonly formats: readonly CellFormat[]
  readonly strings: readonly string[]
  readonly from1904: boolean
  readonly budget: Budget
}

type OpenCell = {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly format: CellFormat | undefined
  value: string
  /** Of an inline string. */
  text: string
  formula: string
  shared: string | undefined
}

type Master = { readonly formula: string; readonly row: number; readonly column: number }

type SheetState = {
  readonly rules: SheetRules
  readonly sheet: Sheet
  readonly masters: Map<string, Master>
  row: number
  column: number
  cell: OpenCell | null
  element: string
  aids: number
  fault: FileFault | null
}

/** One worksheet: its cells as they print, what is merged, and what is hidden. */
export function readXlsxSheet(part: Uint8Array, name: string, rules: SheetRules): Sheet | FileFault | XmlFault {
  const state: SheetState = {
    rules,
    sheet: emptySheet(name),
    masters: new Map(),
    row: -1,
    column: -1,
    cell: null,
    element: '',
    aids: 0,
    fault: null,
  }
  const fault = visitXml(part, {
    open(element, attributes) {
      state.element = element
      OPEN[element]?.(state, attributes)
    },
    close(element) {
      state.element = ''
      if (element === 'x:c') closeCell(state)
      else if (element === 'x:rPh') state.aids--
    },
    text: (text) => addText(state, text),
    done: () => state.fault !== null,
  })
  return fault ?? state.fault ?? state.sheet
}

const OPEN: Readonly<Record<string, (state: SheetState, attributes: Attributes) => void>> = {
  'x:row'(state, attributes) {
    state.row = attributes['r'] === undefined ? state.row + 1 : Number(attributes['r']) - 1
    state.column = -1
    if (!Number.isInteger(state.row) || state.row < 0) state.fault ??= { fault: 'auditor/file-unreadable' }
    if (attributes['hidden'] !== undefined && isOn(attributes['hidden'])) state.sheet.hiddenRows.add(state.row)
  },
  'x:c': openCell,
  'x:f'(state, attributes) {
    if (state.cell && attributes['t'] === 'shared') state.cell.shared = attributes['si'] ?? ''
  },
  'x:rPh'(state) {
    state.aids++
  },
  'x:col'({ sheet }, attributes) {
    if (attributes['hidden'] === undefined || !isOn(attributes['hidden'])) return
    sheet.hiddenColumns.push({ from: Number(attributes['min']) - 1, to: Number(attributes['max']) - 1 })
  },
  'x:filterColumn'({ sheet }) {
    sheet.filtered = true
  },
  'x:mergeCell'(state, attributes) {
    const [from, to] = (attributes['ref'] ?? '').split(':').map(cellAt)
    if (!from || !to) return
    const { sheet } = state
    sheet.merges.push({ ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 })
    if (sheet.merges.length > MOST_CELLS) state.fault ??= tooLong(MOST_CELLS, sheet.name)
  },
}

function openCell(state: SheetState, attributes: Attributes): void {
  const stated = attributes['r'] === undefined ? null : cellAt(attributes['r'])
  state.column = stated?.column ?? state.column + 1
  if (state.column >= LAST_COLUMN) state.fault ??= tooWide(state.sheet.name)
  state.cell = {
    row: state.row,
    column: state.column,
    type: attributes['t'] ?? 'n',
    format: state.rules.formats[Number(attributes['s'] ?? 0)],
    value: '',
    text: '',
    formula: '',
    shared: undefined,
  }
}

/** Excel itself knows no more columns, and cells without text are no reason to refuse a file that has so many. */
const LAST_COLUMN = Math.max(16_384, MOST_COLUMNS)

function addText(state: SheetState, text: string): void {
  const { cell } = state
  if (!cell) return
  if (state.element === 'x:v') cell.value += text
  else if (state.element === 'x:f') cell.formula += text
  else if (state.element === 'x:t' && state.aids === 0) cell.text += text
}

function closeCell(state: SheetState): void {
  const { cell, sheet, rules } = state
  state.cell = null
  if (!cell) return
  const formula = formulaOf(state, cell)
  const content = {
    ...shown(cell, rules),
    ...(cell.format?.bold && { bold: true }),
    ...(formula !== undefined && { formula }),
  }
  state.fault ??= putCell(sheet, rules.budget, cell, content)
}

/** The formula of the cell; of several that share one, each with its own addresses. */
function formulaOf({ masters }: SheetState, { formula, shared, row, column }: OpenCell): string | undefined {
  if (shared === undefined) return formula === '' ? undefined : formula
  const master = masters.get(shared)
  if (formula !== '' || !master) {
    masters.set(shared, { formula, row, column })
    return formula === '' ? undefined : formula
  }
  return shiftFormula(master.formula, row - master.row, column - master.column)
}

function shown(cell: OpenCell, { strings, from1904 }: SheetRules): { readonly text: string; readonly number?: number } {
  switch (cell.type) {
    case 's':
      return { text: asInFont(strings[Number(cell.value)] ?? '', cell.format?.font) }
    case 'inlineStr':
      return { text: asInFont(unescaped(cell.text), cell.format?.font) }
    case 'str':
      return { text: unescaped(cell.value) }
    case 'b':
      return { text: cell.value === '1' ? 'TRUE' : 'FALSE' }
    case 'd':
      return { text: dayText(cell.value) }
    case 'n':
      return shownNumber(cell, from1904)
    default:
      return { text: cell.value }
  }
}

function shownNumber({ value, format }: OpenCell, from1904: boolean) {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return { text: value }
  const { text, isDate } = printed(number, format?.pattern ?? 'General', from1904)
  return isDate ? { text } : { text, number }
}

/** `2023-10-05T00:00:00Z` as a day of Vietnam writes it. */
function dayText(iso: string): string {
  return iso.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$3/$2/$1')
}
