import type { Row } from '@protobi/exceljs'
import { formatDay } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'

/** A row of the list of procedures. */
export type ListLine = {
  readonly code: string
  readonly name: string
  readonly field: string
  readonly onlineLevel: string
  readonly levels: string
  readonly applicants: string
  readonly term: string
  readonly papers: number
  readonly fees: string
  readonly legalBasis: string
  readonly demonstration: boolean
}

const HEADING = [
  'TT',
  'Mã thủ tục',
  'Tên thủ tục',
  'Lĩnh vực',
  'Mức độ trực tuyến',
  'Cấp thực hiện',
  'Đối tượng',
  'Thời hạn',
  'Số thành phần hồ sơ',
  'Phí, lệ phí (đồng)',
  'Căn cứ pháp lý',
  'Ghi chú',
]
const WIDTHS = [6, 12, 50, 20, 14, 12, 26, 22, 9, 30, 46, 14]
/** Twelve columns are too small to read on A4; the library's list of sizes leaves this one out. */
const A3: number = 8
/** In which row the columns are named. */
const HEAD = 4
const FONT = { name: 'Times New Roman', size: 12 } as const
const THIN = { style: 'thin' } as const
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN }

/** The list of procedures of a day as an .xlsx file that prints on wide A3. Every cell is a value; none is a formula. */
export async function writeList(day: string, lines: readonly ListLine[]): Promise<Uint8Array> {
  // Loaded when first needed: the library takes long to start.
  const { default: excel } = await import('@protobi/exceljs')
  const book = new excel.Workbook()
  const last = HEADING.length
  const sheet = book.addWorksheet('Thủ tục hành chính', {
    views: [{ state: 'frozen', xSplit: 3, ySplit: HEAD }],
    pageSetup: {
      paperSize: A3,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEAD}:${HEAD}`,
      margins: { top: 0.79, bottom: 0.71, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  })
  for (const [index, text] of [
    'DANH MỤC THỦ TỤC HÀNH CHÍNH',
    `Có hiệu lực ngày ${formatDay(day)}: ${formatNumber(lines.length)} thủ tục`,
  ].entries()) {
    sheet.mergeCells(index + 1, 1, index + 1, last)
    const cell = sheet.getCell(index + 1, 1)
    cell.value = text
    cell.font = { ...FONT, bold: index === 0, italic: index === 1, size: index === 0 ? 14 : 12 }
    cell.alignment = { horizontal: 'center' }
  }
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  writeRow(sheet.getRow(HEAD), HEADING, true)
  lines.forEach((line, index) => writeRow(sheet.getRow(HEAD + 1 + index), valuesOf(line, index + 1), false))
  sheet.autoFilter = { from: { row: HEAD, column: 1 }, to: { row: HEAD + lines.length, column: last } }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function writeRow(row: Row, values: readonly (string | number)[], isHead: boolean): void {
  values.forEach((value, index) => {
    const cell = row.getCell(index + 1)
    cell.value = value
    cell.font = { ...FONT, bold: isHead }
    cell.border = BOX
    const isCentred = isHead || typeof value === 'number'
    cell.alignment = { wrapText: true, vertical: isHead ? 'middle' : 'top', horizontal: isCentred ? 'center' : 'left' }
  })
  // Wrapped text does not make its row higher by itself.
  const deepest = values.map((value, index) => Math.ceil(String(value).length / ((WIDTHS[index] ?? 10) * 0.95)))
  row.height = 16 * Math.max(1, ...deepest) + 2
}

function valuesOf(line: ListLine, number: number): (string | number)[] {
  const { code, name, field, onlineLevel, levels, applicants, term, papers, fees, legalBasis, demonstration } = line
  const note = demonstration ? 'Dữ liệu minh họa' : ''
  return [number, code, name, field, onlineLevel, levels, applicants, term, papers, fees, legalBasis, note]
}
