import ExcelJs from '@protobi/exceljs'
import { plain } from '../domain/fill.ts'
import type { FilledCell, FilledReport, FilledTable } from '../domain/filled.ts'
import { letterhead } from '../domain/letterhead.ts'
import {
  blocks,
  columnStarts,
  heightOf,
  LINE_POINTS,
  lastColumn,
  letters,
  linesIn,
  linesOf,
  RESULT_HEADERS,
  rowStarts,
  widthBetween,
} from './excel-layout.ts'

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const FONT = { name: 'Times New Roman', size: 12 } as const
const THIN = { style: 'thin' } as const
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN }

/** The report's tables as a workbook, a sheet each: ratios are formulas over their parts, totals are sums of their rows. */
export async function excelOf(report: FilledReport): Promise<Uint8Array> {
  const head = letterhead(report)
  const book = new ExcelJs.Workbook()
  book.creator = safe(head.agency)
  book.title = safe(`${head.typeName} ${head.abstract}`)
  for (const section of report.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'table') continue
      writeTable(book, block, { report, title: `${section.number} ${section.title}`.trim() })
    }
  }
  writeText(book, report)
  // The library declares Node's Buffer and gives an ArrayBuffer-backed one.
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer)
}

type Place = { readonly report: FilledReport; readonly title: string }

function writeTable(book: ExcelJs.Workbook, table: FilledTable, { report, title }: Place): void {
  const starts = columnStarts(table)
  const width = (starts.at(-1) ?? 1) + (table.columns.at(-1)?.result ? 3 : 0)
  const sheet = book.addWorksheet(sheetName(book, table, title), {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.8, right: 0.5, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&C${report.demonstration ? 'DỮ LIỆU MINH HỌA - ' : ''}&P/&N` },
  })
  setWidths(sheet, table, starts)

  const above = [
    ...(report.demonstration ? ['DỮ LIỆU MINH HỌA'] : []),
    title,
    `${report.header.agency}. Kỳ báo cáo: ${report.periodText} (${report.rangeText})`,
  ]
  for (const [index, text] of above.entries()) writeLine(sheet, index + 1, width, text, index === above.length - 2)

  const top = above.length + 2
  const depth = writeHeader(sheet, table, starts, top)
  sheet.pageSetup.printTitlesRow = `${top}:${top + depth - 1}`
  sheet.views = [{ state: 'frozen', ySplit: top + depth - 1 }]

  const rows = rowStarts(table, top + depth)
  for (const [index, row] of table.rows.entries()) {
    let column = 0
    const line = rows[index] ?? 1
    const lines = linesOf(row)
    for (let part = 0; part < lines; part++)
      sheet.getRow(line + part).height = heightOf(sheet, row.cells, table, starts) / lines
    for (const cell of row.cells) {
      const span = cell.span ?? 1
      writeCell(sheet, { table, starts, rows, line, lines, column, span, cell })
      column += span
    }
  }
}

function setWidths(sheet: ExcelJs.Worksheet, table: FilledTable, starts: readonly number[]): void {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0)
  for (const [index, { width, result }] of table.columns.entries()) {
    const at = starts[index] ?? 1
    if (!result) sheet.getColumn(at).width = Math.max(7, (120 * width) / whole)
    else for (const [offset, wide] of [12, 12, 10, 42].entries()) sheet.getColumn(at + offset).width = wide
  }
}

function writeLine(sheet: ExcelJs.Worksheet, row: number, width: number, text: string, bold: boolean): void {
  sheet.mergeCells(row, 1, row, Math.max(width, 2))
  const cell = sheet.getCell(row, 1)
  cell.value = safe(text)
  cell.font = { ...FONT, bold }
  cell.alignment = { wrapText: true, vertical: 'middle' }
  sheet.getRow(row).height = 18 * Math.ceil(text.length / 110)
}

function writeHeader(sheet: ExcelJs.Worksheet, table: FilledTable, starts: readonly number[], top: number): number {
  const depth = table.header.length + (table.columns.some(({ result }) => result) ? 1 : 0)
  for (const [index, cells] of table.header.entries()) {
    const lines = cells.map(({ text, column, columns, rows }) => {
      const width = widthBetween(sheet, starts[column] ?? 1, lastColumn(table, starts, column + columns - 1))
      return linesIn(text, width) / rows
    })
    sheet.getRow(top + index).height = LINE_POINTS * Math.ceil(Math.max(1, ...lines)) + 6
    for (const { text, column, columns, rows } of cells) {
      const from = starts[column] ?? 1
      const result = table.columns[column]?.result ?? false
      const last = lastColumn(table, starts, column + columns - 1)
      const bottom =
        top + index + rows - 1 + (index + rows === table.header.length && !result ? depth - table.header.length : 0)
      if (last > from || bottom > top + index) sheet.mergeCells(top + index, from, bottom, last)
      headerCell(sheet.getCell(top + index, from), text)
      if (result)
        for (const [offset, name] of RESULT_HEADERS.entries())
          headerCell(sheet.getCell(top + depth - 1, from + offset), name)
    }
  }
  return depth
}

function headerCell(cell: ExcelJs.Cell, text: string): void {
  cell.value = safe(text)
  cell.font = { ...FONT, bold: true }
  cell.border = BOX
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
}

type At = {
  readonly table: FilledTable
  readonly starts: readonly number[]
  /** The sheet row of each table row. */
  readonly rows: readonly number[]
  readonly line: number
  /** Sheet rows this table row takes: one for each ratio of its result. */
  readonly lines: number
  readonly column: number
  readonly span: number
  readonly cell: FilledCell
}

function writeCell(sheet: ExcelJs.Worksheet, at: At): void {
  const { table, starts, line, lines, column, span, cell } = at
  const from = starts[column] ?? 1
  if (table.columns[column]?.result && span === 1) {
    writeResult(sheet, line, lines, from, cell)
    return
  }
  const last = lastColumn(table, starts, column + span - 1)
  if (last > from || lines > 1) sheet.mergeCells(line, from, line + lines - 1, last)
  const target = style(sheet.getCell(line, from), cell)
  if (cell.number === undefined) {
    target.value = safe(plain([cell.runs]))
    return
  }
  target.numFmt = cell.format === 'percent' ? '0.00%' : countFormat(cell.number)
  target.value = cell.formula ? { formula: formulaOf(at), result: cell.number } : cell.number
}

/** `D7/C7` for a ratio, `C5+SUM(C7:C18)` for a total: blocks of neighbouring rows become ranges. */
function formulaOf({ starts, rows, line, column, cell: { formula } }: At): string {
  if (!formula) return ''
  if (formula.kind === 'ratio') {
    const place = (index: number) => `${letters(starts[index] ?? 1)}${line}`
    return `IF(${place(formula.denominator)}=0,"",${place(formula.numerator)}/${place(formula.denominator)})`
  }
  const letter = letters(starts[column] ?? 1)
  const ranges = blocks(formula.rows.map((row) => rows[row] ?? 1)).map(
    ([from, to]) => `${letter}${from}:${letter}${to}`,
  )
  return `SUM(${ranges.join(',')})`
}

/** One sheet row for each ratio of the result, and what is written beside them in one cell over all. */
function writeResult(sheet: ExcelJs.Worksheet, line: number, lines: number, from: number, cell: FilledCell): void {
  for (let part = 0; part < lines; part++) writeRatio(sheet, line + part, from, cell, cell.parts?.[part])
  if (lines > 1) sheet.mergeCells(line, from + 3, line + lines - 1, from + 3)
  const said = style(sheet.getCell(line, from + 3), { ...cell, align: 'left' })
  const labels = (cell.parts ?? []).flatMap(({ label }) => (label ? [label] : []))
  const text = cell.parts?.length ? [...labels, cell.said ?? ''].filter(Boolean).join('; ') : plain([cell.runs])
  said.value = safe(text)
}

type Part = NonNullable<FilledCell['parts']>[number]

function writeRatio(
  sheet: ExcelJs.Worksheet,
  line: number,
  from: number,
  cell: FilledCell,
  part: Part | undefined,
): void {
  const numerator = style(sheet.getCell(line, from), { ...cell, align: 'right' })
  const denominator = style(sheet.getCell(line, from + 1), { ...cell, align: 'right' })
  const ratio = style(sheet.getCell(line, from + 2), { ...cell, align: 'right' })
  if (!part) return
  numerator.value = part.numerator
  denominator.value = part.denominator
  numerator.numFmt = countFormat(part.numerator)
  denominator.numFmt = countFormat(part.denominator)
  const below = `${letters(from + 1)}${line}`
  ratio.value = {
    formula: `IF(${below}=0,"",${letters(from)}${line}/${below})`,
    result: part.denominator === 0 ? '' : part.numerator / part.denominator,
  }
  ratio.numFmt = '0.00%'
}

function countFormat(value: number): string {
  return Number.isInteger(value) ? '#,##0' : '#,##0.##'
}

function style(target: ExcelJs.Cell, { align, bold }: FilledCell): ExcelJs.Cell {
  target.font = { ...FONT, bold: bold ?? false }
  target.border = BOX
  target.alignment = { horizontal: align, vertical: 'middle', wrapText: true }
  return target
}

/** The report's wording, so that the workbook stands alone. */
function writeText(book: ExcelJs.Workbook, report: FilledReport): void {
  const sheet = book.addWorksheet('Lời văn', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  })
  sheet.getColumn(1).width = 130
  const lines = [
    ...(report.demonstration ? ['DỮ LIỆU MINH HỌA'] : []),
    `${report.header.typeName} ${report.header.abstract}`,
    ...report.sections.flatMap(({ number, title, blocks: parts }) => [
      `${number} ${title}`.trim(),
      ...parts.flatMap((block) => (block.kind === 'text' ? block.paragraphs.map((runs) => plain([runs])) : [])),
    ]),
  ]
  for (const text of lines) {
    const cell = sheet.addRow([safe(text)]).getCell(1)
    cell.font = FONT
    cell.alignment = { wrapText: true, vertical: 'top' }
  }
}

/** Text that a spreadsheet would read as a formula gets an apostrophe before it (CSV and formula injection). */
export function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function sheetName(book: ExcelJs.Workbook, { key }: FilledTable, title: string): string {
  const name = (/^([\d.]+|[a-z]\))\s/.exec(title)?.[1] ?? '').replace(/[.)]+$/, '')
  const wanted = `${name ? `Mục ${name} - ` : ''}${key}`.replace(/[\\/*?:[\]]/g, ' ').slice(0, 28)
  return book.getWorksheet(wanted) ? `${wanted} ${book.worksheets.length}` : wanted
}
