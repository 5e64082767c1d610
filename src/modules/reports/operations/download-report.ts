import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { documentOf, getReport } from '../documents.ts'
import type { FilledReport } from '../domain/filled.ts'
import { EXCEL_TYPE, excelOf } from '../outputs/excel.ts'
import { PDF_TYPE, pdfOf } from '../outputs/pdf.ts'
import { WORD_TYPE, wordOf } from '../outputs/word.ts'
import { fillWordTemplate } from '../outputs/word-template.ts'
import { wordFileOf } from './word-file.ts'

const MAKERS = {
  docx: { make: wordOf, mediaType: WORD_TYPE },
  pdf: { make: pdfOf, mediaType: PDF_TYPE },
  xlsx: { make: excelOf, mediaType: EXCEL_TYPE },
} as const

export const downloadReport = operation(
  contract.downloadReport,
  async ({ tx }, { reportId, format, wordTemplateId }) => {
    const report = await getReport(tx, reportId)
    const document = await documentOf(tx, report)
    const { make, mediaType } = MAKERS[format]
    const name = `${fileName(document)}.${format}`
    if (format !== 'docx' || wordTemplateId === undefined) return { name, mediaType, bytes: await make(document) }
    const own = await wordFileOf(tx, wordTemplateId)
    if (own.templateId !== report.templateId) throw new Problem('not-found', 'reports/template-not-found')
    return { name, mediaType, bytes: await fillWordTemplate(own.bytes, document) }
  },
)

/** `312-BC-UBND-2023`, or `Du-thao-…` while there is no number. */
function fileName({ header, period, periodText }: FilledReport): string {
  const name =
    header.number === null
      ? `Du-thao-${header.symbol}-${periodText}`
      : `${header.number}-${header.symbol}-${period.year}`
  return name.replace(/[^\p{L}\p{N}.]+/gu, '-')
}
