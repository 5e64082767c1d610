import { type FileFault, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, tooLong, tooWide } from '../fault.ts'

/** A cell with something in it; rows and columns are counted from 0. */
export type SheetCell = {
  readonly text: string
  readonly number?: number
  readonly formula?: string
  readonly bold?: boolean
}

export type Merge = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }

/** One sheet of a workbook as its reader found it: only cells with text, wherever they stand. */
export type Sheet = {
  readonly name: string
  readonly rows: Map<number, Map<number, SheetCell>>
  readonly merges: Merge[]
  readonly hiddenRows: Set<number>
  /** Whether a filter is what hides rows. */
  filtered: boolean
  readonly hiddenColumns: { readonly from: number; readonly to: number }[]
  /** The last row that is printed on top of every page, when the file says so. */
  repeatedTo: number | null
}

/** How many cells the whole workbook has so far, and characters in them: one long text may stand in every cell. */
export type Budget = { cells: number; characters: number }

const MOST_CHARACTERS = 30_000_000

export function emptySheet(name: string): Sheet {
  return {
    name,
    rows: new Map(),
    merges: [],
    hiddenRows: new Set(),
    filtered: false,
    hiddenColumns: [],
    repeatedTo: null,
  }
}

/** Puts the cell into the sheet; blank text is not kept. The fault when the sheet or the workbook has more than any report. */
export function putCell(sheet: Sheet, budget: Budget, at: CellAddress, cell: SheetCell): FileFault | null {
  if (cell.text.trim() === '') return null
  if (at.column >= MOST_COLUMNS) return tooWide(sheet.name)
  if (++budget.cells > MOST_CELLS) return tooLong(MOST_CELLS, sheet.name)
  budget.characters += cell.text.length
  if (budget.characters > MOST_CHARACTERS) return { fault: 'auditor/file-too-long' }
  const row = sheet.rows.get(at.row)
  if (row) row.set(at.column, cell)
  else sheet.rows.set(at.row, new Map([[at.column, cell]]))
  return sheet.rows.size > MOST_ROWS ? tooLong(MOST_ROWS, sheet.name) : null
}

export type CellAddress = { readonly row: number; readonly column: number }

/** `B7` of the cell in row 6 and column 1. */
export function addressOf({ row, column }: CellAddress): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row + 1}`
}

/** The cell that `B7` or `$B$7` names, or `null`. */
export function cellAt(address: string): CellAddress | null {
  const [, letters, digits] = /^\$?([A-Za-z]{1,4})\$?(\d{1,8})$/.exec(address) ?? []
  if (letters === undefined) return null
  let count = 0
  for (let at = 0; at < letters.length; at++) count = count * 26 + letters.toUpperCase().charCodeAt(at) - 64
  return { row: Number(digits) - 1, column: count - 1 }
}
