import ExcelJs from '@protobi/exceljs'
import type { Cell, ReportDocument, Table } from '#modules/auditor/domain/document.ts'

/** The report as a workbook: paragraphs and tables below each other on one sheet, numbers as numbers with the format that shows them. */
export async function asXlsx({ blocks }: ReportDocument): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook()
  const sheet = book.addWorksheet('Bao cao')
  let row = 1
  for (const block of blocks) {
    if (block.kind === 'paragraph') sheet.getCell(row, 1).value = block.text
    else writeTable(sheet, block, row)
    row += (block.kind === 'paragraph' ? 1 : block.rows.length) + 1
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function writeTable(sheet: ExcelJs.Worksheet, table: Table, top: number): void {
  for (const cell of table.rows.flat()) {
    const at = sheet.getCell(top + cell.row, 1 + cell.column)
    if (cell.text !== '') writeCell(at, cell)
    at.border = { top: { style: 'thin' }, bottom: { style: 'thin' }, left: { style: 'thin' }, right: { style: 'thin' } }
    if ((cell.rowSpan ?? 1) > 1 || (cell.columnSpan ?? 1) > 1) {
      sheet.mergeCells(
        top + cell.row,
        1 + cell.column,
        top + cell.row + (cell.rowSpan ?? 1) - 1,
        cell.column + (cell.columnSpan ?? 1),
      )
    }
  }
}

/** Whole numbers and percentages as a clerk types them; whatever else is written stays text. */
function writeCell(at: ExcelJs.Cell, { text }: Cell): void {
  const percent = /^(\d+)(?:[.,](\d+))?%$/.exec(text)
  if (/^(?:[1-9]\d{0,2}(?:\.\d{3})+|0|[1-9]\d*)$/.test(text)) {
    at.value = Number(text.replaceAll('.', ''))
    at.numFmt = text.includes('.') ? '#,##0' : '0'
  } else if (percent) {
    const decimals = percent[2] ?? ''
    at.value = Number(`${percent[1]}.${decimals || '0'}`) / 100
    at.numFmt = decimals === '' ? '0%' : `0.${'0'.repeat(decimals.length)}%`
  } else at.value = text
}
