import { typeset } from '#server/typst.ts'
import type { FilledReport } from '../domain/filled.ts'
import { pdfData } from './pdf-data.ts'

export { PDF_TYPE } from '#server/typst.ts'

/** The report as a tagged PDF/A-2a, set by Typst in a process of its own. */
export function pdfOf(report: FilledReport): Promise<Uint8Array> {
  return typeset(new URL('./report.typ', import.meta.url), pdfData(report))
}
