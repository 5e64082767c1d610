import type ExcelJs from '@protobi/exceljs'
import { plain } from '../domain/fill.ts'
import type { FilledCell, FilledRow, FilledTable } from '../domain/filled.ts'

/** A result column holds four: numerator, denominator, their quotient, and what was written. */
export const RESULT_HEADERS = ['Tử số', 'Mẫu số', 'Tỷ lệ', 'Diễn giải'] as const

/** The height of one line of text, in points. */
export const LINE_POINTS = 16

/** Points for the fullest cell of a row: spreadsheets do not grow rows with merged cells by themselves. */
export function heightOf(
  sheet: ExcelJs.Worksheet,
  cells: readonly FilledCell[],
  table: FilledTable,
  starts: readonly number[],
): number {
  let column = 0
  const lines = cells.map((cell) => {
    const from = starts[column] ?? 1
    const result = table.columns[column]?.result && (cell.span ?? 1) === 1
    const last = lastColumn(table, starts, column + (cell.span ?? 1) - 1)
    column += cell.span ?? 1
    const text = result && cell.parts?.length ? (cell.said ?? '') : plain([cell.runs])
    return linesIn(text, widthBetween(sheet, result ? last : from, last))
  })
  return Math.min(400, LINE_POINTS * Math.max(1, ...lines) + 4)
}

export function widthBetween(sheet: ExcelJs.Worksheet, from: number, last: number): number {
  let width = 0
  for (let column = from; column <= last; column++) width += sheet.getColumn(column).width ?? 9
  return width
}

export function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.15) / width)), 0)
}

export function linesOf({ cells }: FilledRow): number {
  return Math.max(1, ...cells.map(({ parts }) => parts?.length ?? 1))
}

/** The sheet row on which each table row begins. */
export function rowStarts({ rows }: FilledTable, first: number): number[] {
  let next = first
  return rows.map((row) => {
    const start = next
    next += linesOf(row)
    return start
  })
}

/** The first sheet column of each table column, counting from 1. */
export function columnStarts({ columns }: FilledTable): number[] {
  let next = 1
  return columns.map(({ result }) => {
    const start = next
    next += result ? RESULT_HEADERS.length : 1
    return start
  })
}

export function lastColumn(table: FilledTable, starts: readonly number[], column: number): number {
  return (starts[column] ?? 1) + (table.columns[column]?.result ? RESULT_HEADERS.length - 1 : 0)
}

export function letters(column: number): string {
  return column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)
}

export function blocks(rows: readonly number[]): [from: number, to: number][] {
  const found: [number, number][] = []
  for (const row of rows) {
    const open = found.at(-1)
    if (open && open[1] === row - 1) open[1] = row
    else found.push([row, row])
  }
  return found
}
