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

/**
 * The template as an .xlsx file: a row for each unit, a column for each number, and behind them the ratios as formulas, whose total
 * is the sum over the sum. The row of codes lets it be read back as it is.
 */
export async function writeTemplate(template: Template): Promise<Uint8Array> {
  // Loaded when first needed: the library takes long to start.
  const { default: excel } = await import('@protobi/exceljs')
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Số liệu', { views: [{ state: 'frozen', xSplit: 3, ySplit: HEADING_ROW }] })
  const { columns, ratios, rows } = template
  sheet.getCell('A1').value = template.title
  sheet.getCell('A1').font = { bold: true, size: 14 }
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
  for (let column = FIRST_COLUMN; column <= count; column++) sheet.getColumn(column).width = 18
  sheet.getRow(HEADING_ROW - 1).height = 64
  for (let row = HEADING_ROW - 1; row <= total; row++) {
    for (let column = 0; column < count; column++) {
      const cell = sheet.getCell(`${columnName(column)}${row}`)
      cell.border = { top: LINE, left: LINE, bottom: LINE, right: LINE }
      if (row <= HEADING_ROW || row === total)
        cell.font = { bold: true, ...(row === HEADING_ROW && { size: 9, color: { argb: 'FF52606D' } }) }
      if (row === HEADING_ROW - 1) cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
      const typed = columns[column - FIRST_COLUMN + 1]
      if (row > HEADING_ROW && typed) {
        cell.numFmt = typed.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(typed.decimals)}`
        if (row < total) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } }
      }
    }
  }
}
