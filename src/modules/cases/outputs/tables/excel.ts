import ExcelJs from '@protobi/exceljs'
import type { FormPage } from '../../domain/forms/page.ts'
import { notesOf, numbered, type PrintedCell, type PrintedTable } from '../../domain/printed-table.ts'

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const FONT = { name: 'Times New Roman', size: 12 } as const
const THIN = { style: 'thin' } as const
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN }
/** Where the header of the table begins, and its first column of numbers. */
const TOP = 8
const FIRST = 3
/** Room for the name of an agency in bold. */
const AGENCY_LETTERS = 48
const LINE_HEIGHT = 16
const FORMATS = { ratio: '0.00%', count: '#,##0', points: '0.00', empty: 'General' } as const

/** The table as a workbook: totals are sums of the rows above, ratios are formulas over their two columns. */
export async function excelOfTable(page: FormPage, table: PrintedTable): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook()
  book.creator = safe(page.agency)
  book.title = safe(table.title)
  const last = FIRST + table.columns.length - 1
  const end = TOP + 1 + table.rows.length
  const sheet = book.addWorksheet(sheetName(table), {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${TOP}:${TOP + 1}`,
      margins: { top: 0.79, bottom: 0.71, left: 0.71, right: 0.59, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddFooter: `&L&"${FONT.name}"&9${page.form ? `Biểu số ${page.form}` : ''}&C&"${FONT.name}"&9${page.foot ? `${page.foot} - ` : ''}&P/&N`,
    },
    views: [{ state: 'frozen', xSplit: FIRST - 1, ySplit: TOP + 1 }],
  })
  writeHead(sheet, table)
  writeLetterhead(sheet, page, table, last)
  numbered(table).forEach(({ number, name, isTotal, cells }, index) => {
    const line = TOP + 2 + index
    write(sheet.getCell(line, 1), number === '' ? '' : Number(number), isTotal, 'center')
    write(sheet.getCell(line, 2), safe(name), isTotal, 'left')
    const lines = Math.ceil(name.length / (Number(sheet.getColumn(2).width) - 3))
    sheet.getRow(line).height = LINE_HEIGHT * Math.max(1, lines) + 2
    cells.forEach((cell, place) => writeNumber(sheet, { line, place, rows: table.rows.length, isTotal }, cell))
  })
  const foot = writeFoot(sheet, page, table, { from: end + 1, last })
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(last).letter}${foot}`
  // The library declares Node's Buffer and gives an ArrayBuffer-backed one.
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer)
}

/** The head of Decree 30/2020/NĐ-CP, annex I: agency to the left, country to the right, then the title. */
function writeLetterhead(sheet: ExcelJs.Worksheet, page: FormPage, table: PrintedTable, last: number): void {
  const half = columnsFor(sheet, AGENCY_LETTERS)
  const put = (line: number, from: number, to: number, text: string, font: Partial<ExcelJs.Font>) => {
    sheet.mergeCells(line, from, line, to)
    const cell = sheet.getCell(line, from)
    cell.value = safe(text)
    cell.font = { ...FONT, ...font }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    return cell
  }
  const agency = page.parentAgency === '' ? [page.agency, ''] : [page.parentAgency, page.agency]
  put(1, 1, half, agency[0] ?? '', { bold: page.parentAgency === '' })
  put(2, 1, half, agency[1] ?? '', { bold: true })
  put(1, half + 1, last, page.nation, { bold: true })
  put(2, half + 1, last, page.motto, { bold: true, underline: true })
  put(3, half + 1, last, page.placeAndDay, { italic: true })
  put(5, 1, last, page.title, { bold: true, size: 14 })
  put(6, 1, last, table.subtitle, { italic: true })
  if (page.foot !== '') put(7, 1, last, page.foot, { bold: true })
  sheet.getRow(5).height = 24
}

/** How many columns from the left hold so many letters. */
function columnsFor(sheet: ExcelJs.Worksheet, letters: number): number {
  let held = 0
  for (let at = 1; ; at++) {
    held += sheet.getColumn(at).width ?? 0
    if (held >= letters) return at
  }
}

/** Notes, and who signs; the last line. */
function writeFoot(
  sheet: ExcelJs.Worksheet,
  page: FormPage,
  table: PrintedTable,
  { from, last }: { readonly from: number; readonly last: number },
): number {
  let line = from
  for (const note of notesOf(table)) {
    sheet.mergeCells(line, 1, line, last)
    const cell = sheet.getCell(line, 1)
    cell.value = safe(note)
    cell.font = { ...FONT, size: 11, italic: true }
    cell.alignment = { vertical: 'top', wrapText: true }
    sheet.getRow(line++).height = LINE_HEIGHT * Math.ceil(note.length / 110)
  }
  line++
  const half = Math.floor(last / 2)
  page.signatures.slice(0, 2).forEach(({ title, hint }, index) => {
    const [begin, end] = index === 0 ? [1, half] : [half + 1, last]
    for (const [below, text] of [title, hint].entries()) {
      sheet.mergeCells(line + below, begin, line + below, end)
      const cell = sheet.getCell(line + below, begin)
      cell.value = safe(text)
      cell.font = { ...FONT, bold: below === 0, italic: below === 1 }
      cell.alignment = { horizontal: 'center' }
    }
  })
  return line + 1
}

/** At most 31 letters, and none that a sheet's name may not have. */
function sheetName({ sheet }: PrintedTable): string {
  return sheet
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim()
}

function writeHead(sheet: ExcelJs.Worksheet, { columns, rowHead, rows }: PrintedTable): void {
  const isWide = columns.length > 8
  const longest = Math.max(...rows.map(({ name }) => name.length))
  sheet.getColumn(1).width = 6
  sheet.getColumn(2).width = Math.min(isWide ? 28 : 56, Math.max(22, longest + 4))
  for (const [place, text] of ['TT', rowHead].entries()) {
    sheet.mergeCells(TOP, place + 1, TOP + 1, place + 1)
    head(sheet.getCell(TOP, place + 1), text)
  }
  for (let place = 0; place < columns.length; ) {
    const group = columns[place]?.group ?? null
    const end =
      group === null
        ? place
        : columns.findLastIndex((column, at) => column.group === group && sameGroup(columns, place, at))
    if (group === null) sheet.mergeCells(TOP, FIRST + place, TOP + 1, FIRST + place)
    else if (end > place) sheet.mergeCells(TOP, FIRST + place, TOP, FIRST + end)
    head(sheet.getCell(TOP, FIRST + place), group ?? columns[place]?.label ?? '')
    for (let at = place; at <= end; at++) {
      sheet.getColumn(FIRST + at).width = isWide ? 10.5 : 15
      if (group !== null) head(sheet.getCell(TOP + 1, FIRST + at), columns[at]?.label ?? '')
    }
    place = end + 1
  }
  sheet.getRow(TOP).height = 24
  sheet.getRow(TOP + 1).height = columns.some(({ group }) => group !== null) ? 48 : 24
}

/** Whether all columns from one place to another stand under the same heading. */
function sameGroup(columns: PrintedTable['columns'], from: number, to: number): boolean {
  return to >= from && columns.slice(from, to + 1).every(({ group }) => group === columns[from]?.group)
}

type Place = { readonly line: number; readonly place: number; readonly rows: number; readonly isTotal: boolean }

function writeNumber(sheet: ExcelJs.Worksheet, { line, place, rows, isTotal }: Place, cell: PrintedCell): void {
  const target = sheet.getCell(line, FIRST + place)
  write(target, null, isTotal, 'right')
  target.numFmt = FORMATS[cell.kind]
  const column = (at: number) => sheet.getColumn(FIRST + at).letter
  if (cell.kind === 'ratio') {
    const [top, bottom] = cell.of.map((at) => `${column(at)}${line}`)
    const result = cell.numerator === null || !cell.denominator ? '' : cell.numerator / cell.denominator
    target.value = { formula: `IF(${bottom}=0,"",${top}/${bottom})`, result }
    return
  }
  if (cell.kind === 'empty' || cell.value === null) return
  const above = `${column(place)}${TOP + 2}:${column(place)}${TOP + rows}`
  const isSum = cell.kind === 'count' && isTotal && cell.adds && rows > 1
  target.value = isSum ? { formula: `SUM(${above})`, result: cell.value } : cell.value
}

function write(
  target: ExcelJs.Cell,
  value: string | number | null,
  bold: boolean,
  horizontal: 'left' | 'center' | 'right',
): void {
  target.value = value
  target.font = { ...FONT, bold }
  target.border = BOX
  // A number that wraps is none; a spreadsheet says ### when it does not fit.
  const wrapText = horizontal !== 'right'
  target.alignment = { horizontal, vertical: 'middle', wrapText, indent: horizontal === 'center' ? 0 : 1 }
}

function head(target: ExcelJs.Cell, text: string): void {
  write(target, safe(text), true, 'center')
}

/** Text that a spreadsheet would read as a formula gets an apostrophe before it. */
function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
