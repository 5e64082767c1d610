import type { Cell, Table } from '../domain/document.ts'

/** What covers each column of each row; `undefined` where no cell of the table does. */
export type Grid = readonly (readonly (Cell | undefined)[])[]

/** The grid of a table: spans kept within it, and where cells claim the same place the first one has it. */
export function gridOf(table: Table): Grid {
  const grid: (Cell | undefined)[][] = table.rows.map(() => Array.from({ length: table.width }))
  for (const [top, cells] of table.rows.entries())
    for (const cell of cells) {
      const right = Math.min(cell.column + (cell.columnSpan ?? 1), table.width)
      const bottom = Math.min(top + (cell.rowSpan ?? 1), grid.length)
      if (grid[top]?.[cell.column]) continue
      let end = cell.column
      while (end < right && !grid[top]?.[end]) end++
      for (let row = top; row < bottom; row++) grid[row]?.fill(cell, cell.column, end)
    }
  return grid
}

/**
 * The grid as it is printed: a row that says one thing only, at its left, is a title across the row. Text files cannot say so, and in
 * its narrow first column the title would run down the page. `kept` are cells that must stay visible.
 */
export function printedGrid(table: Table, kept: (cell: Cell) => boolean): Grid {
  return gridOf(table).map((row, at) => {
    const [said, ...more] = new Set(row.filter((cell) => cell !== undefined && (cell.text.trim() !== '' || kept(cell))))
    const alone = said && more.length === 0 && said.row === at && said.column === 0 && said.text.length > TITLE
    const above = row.some((cell) => cell && (cell.row !== at || (cell.rowSpan ?? 1) > 1))
    return alone && !above ? row.map(() => said) : row
  })
}

/** Shorter ones are the number of a row, not a title. */
const TITLE = 8

/** What a column wants in letters of ordinary width: at least its longest word, at best room for what it mostly holds. */
export type Want = { readonly least: number; readonly best: number }

const NARROWEST = 2
/** What the two margins of a cell take, and a little air. */
const MARGIN = 2.5
const LONGEST_WORD = 14
const WIDEST = 42

/** How wide each column wants to be. */
export function columnWants(table: Table): readonly Want[] {
  const columns = Array.from({ length: table.width }, () => ({ word: NARROWEST, sum: 0, count: 0 }))
  const headers = headerRowsOf(table)
  for (const cell of new Set(printedGrid(table, () => false).flat())) {
    const wants = columns[cell?.column ?? -1]
    if (!cell || !wants || (cell.columnSpan ?? 1) > 1 || cell.text === '') continue
    const shown = cell.text.slice(0, 200)
    const bold = cell.bold === true || cell.row < headers
    wants.word = Math.max(
      wants.word,
      ...shown.split(/[\s/]+/).map((word) => Math.min(lettersOf(word, bold), LONGEST_WORD)),
    )
    wants.sum += Math.min(shown.length, 120)
    wants.count += 1
  }
  return columns.map(({ word, sum, count }) => {
    const least = word + MARGIN
    return { least, best: Math.min(WIDEST, Math.max(least, (sum / Math.max(1, count)) * 1.1)) }
  })
}

/** Capitals and bold letters are wider. */
function lettersOf(word: string, bold: boolean): number {
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0
  return (word.length + capitals * 0.45) * (bold ? 1.1 : 1)
}

/** The widths of columns in a line of `whole`, which holds `letters` letters: the longest words first, the rest by what they hold. */
export function widthsOf(wants: readonly Want[], whole: number, letters: number): readonly number[] {
  const least = wants.reduce((sum, want) => sum + want.least, 0)
  const best = wants.reduce((sum, want) => sum + want.best, 0)
  const room = Math.min(1, Math.max(0, (letters - least) / Math.max(best - least, 1)))
  const shares = wants.map((want) => want.least + room * (want.best - want.least))
  const sum = shares.reduce((all, share) => all + share, 0)
  return shares.map((share) => Math.round((whole * share) / Math.max(sum, 1)))
}

/** Rows from the top that head the table: those the original marks, else at most three above the first number that look like it. */
export function headerRowsOf(table: Table): number {
  if (table.headerRows !== undefined) return Math.min(table.headerRows, table.rows.length - 1)
  const first = table.rows.findIndex((cells) => cells.some(({ text, column }) => column > 0 && isNumber(text)))
  return first > 0 && first <= 3 && table.rows.slice(0, first).every(looksLikeHeader) ? first : 0
}

/** A numbered row, one with shares in it, or what a page break left over of a row is none. */
function looksLikeHeader(cells: readonly Cell[]): boolean {
  const said = cells.filter(({ text }) => text.trim() !== '')
  return (
    said.length > 1 &&
    !said.some(({ text, column }) => /\d\s*%/.test(text) || (column === 0 && /^\d+[.)]?$/.test(text)))
  )
}

/** Whether the text is a number or share alone, to be set right. */
export function isNumber(text: string): boolean {
  return /^[-−+]?\d[\d.,\s]*%?$/.test(text.trim())
}
