import type { z } from 'zod'
import { operation } from '#server/operation.ts'
import { PDF_TYPE } from '#server/typst.ts'
import * as contract from '../contract.ts'
import { framed, SIGN } from '../domain/forms/frame.ts'
import type { FormPage } from '../domain/forms/page.ts'
import {
  type PrintedTable,
  printedFormII06,
  printedIndex766,
  printedReport,
  tableBlocks,
} from '../domain/printed-table.ts'
import { formII06Of } from '../engine/form-ii-06.ts'
import { index766Of } from '../engine/index-766.ts'
import { reportOf } from '../engine/report.ts'
import { type Asked, askedOf, spansUntil } from '../engine/report-days.ts'
import { printedUnit } from '../gateways/printed-units.ts'
import { formPdf } from '../outputs/forms/pdf.ts'
import { EXCEL_TYPE, excelOfTable } from '../outputs/tables/excel.ts'
import { WORD_TYPE, wordOfTable } from '../outputs/tables/word.ts'
import { countsDemonstration } from '../store/counting.ts'

type Maker = {
  readonly mediaType: string
  readonly make: (page: FormPage, table: PrintedTable) => Promise<Uint8Array>
}
const MAKERS: Record<'docx' | 'xlsx' | 'pdf', Maker> = {
  docx: { mediaType: WORD_TYPE, make: wordOfTable },
  xlsx: { mediaType: EXCEL_TYPE, make: excelOfTable },
  pdf: { mediaType: PDF_TYPE, make: (page, table) => formPdf({ title: table.title, pages: [page] }) },
}

const SIGNERS: FormPage['signatures'] = [
  { title: 'NGƯỜI LẬP BIỂU', hint: SIGN, name: '' },
  { title: 'THỦ TRƯỞNG ĐƠN VỊ', hint: '(Ký, ghi rõ họ tên, đóng dấu)', name: '' },
]

export const exportCaseReport = operation(
  contract.exportCaseReport,
  async (context, { table: key, format, ...days }) => {
    const asked = await askedOf(context, days)
    const table = await printed(asked, key)
    const { spans } = spansUntil(asked, [{ unitId: asked.unitId, reach: 'subtree' }])
    const page = framed({
      form: table.form,
      landscape: true,
      unit: { ...(await printedUnit(context.tx, asked.unitId, asked.structureDay)), desk: null },
      at: context.now,
      reference: '',
      title: table.title.toLocaleUpperCase('vi'),
      subtitle: table.subtitle,
      demonstration: await countsDemonstration(context.tx, spans),
      blocks: tableBlocks(table),
      signatures: SIGNERS,
    })
    const { mediaType, make } = MAKERS[format]
    return {
      name: `Bang-${key}-${asked.range.from}-${asked.range.to}.${format}`,
      mediaType,
      bytes: await make(page, table),
    }
  },
)

async function printed(
  asked: Asked,
  key: z.output<typeof contract.exportCaseReport.input>['table'],
): Promise<PrintedTable> {
  if (key === 'ii-06') return printedFormII06(await formII06Of(asked))
  if (key === 'index-766') return printedIndex766(await index766Of(asked))
  return printedReport(await reportOf(asked, key))
}
