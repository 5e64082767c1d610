import type { AuditedReport } from './audited-report.ts'
import { makeOutput } from './output-process.ts'
import { summaryOf } from './summary.ts'

export const PDF_TYPE = 'application/pdf'

/** The audit on one A4 page as a tagged PDF/A-2a, set by Typst in a process of its own. */
export async function summaryPdf(report: AuditedReport): Promise<Uint8Array> {
  const pdf = await makeOutput({ kind: 'summary', summary: summaryOf(report) })
  if (!pdf) throw new Error('The summary was not made.')
  return pdf
}
