import { columnName } from '../domain/grid.ts'

export type TemplateColumn = {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly decimals: number
}
export type TemplateRatio = {
  readonly name: string
  readonly numerator: string
  readonly denominator: string
  readonly decimals: number
}
export type Template = {
  readonly title: string
  readonly periodKey: string
  readonly periodLabel: string
  readonly columns: readonly TemplateColumn[]
  readonly ratios: readonly TemplateRatio[]
  readonly rows: readonly {
    readonly code: string
    readonly name: string
    readonly values: readonly (number | null)[]
  }[]
}

const FIRST_COLUMN = 4
const HEADING_ROW = 6
const FONT = { name: 'Times New Roman', size: 12 }

/**
 * The template as an .xlsx file: a row for each unit, a column for each number, and behind them the ratios as formulas, whose total
 * is the sum over the sum. The row of codes lets it be read back as it is.
 */
export async function writeTemplate(template: Template): Promise<Uint8Array> {
  // Loaded when first needed: the library takes long to start.
  const { default: excel } = await import('@protobi/exceljs')
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Số liệu', {
    views: [{ state: 'frozen', xSplit: 3, ySplit: HEADING_ROW }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEADING_ROW - 1}:${HEADING_ROW}`,
      margins: { top: 0.79, bottom: 0.71, left: 0.71, right: 0.59, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  })
  const { columns, ratios, rows } = template
  sheet.getCell('A1').value = template.title
  sheet.getCell('A1').font = { ...FONT, bold: true, size: 14 }
  for (const address of ['A2', 'A3', 'B3']) sheet.getCell(address).font = FONT
  sheet.getCell('A2').value = `Kỳ: ${template.periodLabel}`
  sheet.getCell('A3').value = 'Mã kỳ'
  sheet.getCell('B3').value = template.periodKey
  const head = ['TT', 'Mã đơn vị', 'Đơn vị']
  sheet.getRow(HEADING_ROW - 1).values = [
    '',
    '',
    '',
    ...columns.map(({ name, unit }) => `${name} (${unit})`),
    ...ratios.map(({ name }) => name),
  ]
  sheet.getRow(HEADING_ROW).values = [...head, ...columns.map(({ code }) => code), ...ratios.map(() => '%')]
  rows.forEach(({ code, name, values }, index) => {
    const row = HEADING_ROW + 1 + index
    sheet.getRow(row).values = [index + 1, code, name, ...values]
    ratioCells(sheet, template, row)
  })
  const total = HEADING_ROW + 1 + rows.length
  sheet.getCell(`A${total}`).value = 'Tổng cộng'
  columns.forEach((_, index) => {
    const letter = columnName(FIRST_COLUMN - 1 + index)
    sheet.getCell(`${letter}${total}`).value = { formula: `SUM(${letter}${HEADING_ROW + 1}:${letter}${total - 1})` }
  })
  ratioCells(sheet, template, total)
  dress(sheet, template, total)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

type Cell = { value: unknown; numFmt: string; font: unknown; alignment: unknown; border: unknown; fill: unknown }
type Sheet = {
  getCell(address: string): Cell
  getRow(row: number): { values: unknown; height: number }
  getColumn(column: number): { width?: number | undefined }
}

function ratioCells(sheet: Sheet, { columns, ratios }: Template, row: number): void {
  ratios.forEach(({ numerator, denominator, decimals }, index) => {
    const place = (code: string) =>
      `${columnName(FIRST_COLUMN - 1 + columns.findIndex((column) => column.code === code))}${row}`
    const cell = sheet.getCell(`${columnName(FIRST_COLUMN - 1 + columns.length + index)}${row}`)
    const [top, bottom] = [place(numerator), place(denominator)]
    cell.value = { formula: `IF(OR(${top}="",N(${bottom})=0),"",${top}/${bottom})` }
    cell.numFmt = decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%`
  })
}

const LINE = { style: 'thin', color: { argb: 'FF9AA5B1' } }

function dress(sheet: Sheet, { columns, ratios }: Template, total: number): void {
  const count = FIRST_COLUMN - 1 + columns.length + ratios.length
  sheet.getColumn(1).width = 6
  sheet.getColumn(2).width = 12
  sheet.getColumn(3).width = 34
  // The codes by which the file is read back are not cut off.
  const codes = Math.max(0, ...columns.map(({ code }) => code.length))
  for (let column = FIRST_COLUMN; column <= count; column++) sheet.getColumn(column).width = Math.max(18, codes)
  sheet.getRow(HEADING_ROW - 1).height = 64
  for (let row = HEADING_ROW - 1; row <= total; row++) {
    for (let column = 0; column < count; column++) {
      const cell = sheet.getCell(`${columnName(column)}${row}`)
      cell.border = { top: LINE, left: LINE, bottom: LINE, right: LINE }
      const isCodes = row === HEADING_ROW && column >= FIRST_COLUMN - 1
      const bold = row <= HEADING_ROW || row === total
      cell.font = { ...FONT, bold, ...(isCodes && { size: 9, color: { argb: 'FF52606D' } }) }
      const horizontal = row <= HEADING_ROW || column === 0 ? 'center' : column < FIRST_COLUMN - 1 ? 'left' : 'right'
      cell.alignment = { wrapText: row !== HEADING_ROW, vertical: 'middle', horizontal }
      const typed = columns[column - FIRST_COLUMN + 1]
      if (row > HEADING_ROW && typed) {
        cell.numFmt = typed.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(typed.decimals)}`
        if (row < total) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } }
      }
    }
  }
}
