import type { FileAnswer } from '#kernel/endpoint.ts'
import type { ExportFormat } from './contract.ts'
import { annotatedWord, WORD_TYPE } from './outputs/annotated-word.ts'
import { asHtml } from './outputs/as-html.ts'
import { asJson } from './outputs/as-json.ts'
import { asText } from './outputs/as-text.ts'
import type { AuditedReport } from './outputs/audited-report.ts'
import { PDF_TYPE, summaryPdf } from './outputs/summary-pdf.ts'

export type Exported = AuditedReport & { readonly original: Uint8Array | null }

type Maker = {
  readonly ending: string
  readonly mediaType: string
  readonly make: (report: Exported) => Promise<Uint8Array>
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

const MAKERS: Record<ExportFormat, Maker> = {
  docx: { ending: 'docx', mediaType: WORD_TYPE, make: annotatedWord },
  pdf: { ending: 'pdf', mediaType: PDF_TYPE, make: summaryPdf },
  json: {
    ending: 'json',
    mediaType: 'application/json',
    make: async (report) => bytesOf(`${JSON.stringify(asJson(report), null, 2)}\n`),
  },
  text: { ending: 'txt', mediaType: 'text/plain; charset=utf-8', make: async (report) => bytesOf(asText(report)) },
  html: { ending: 'html', mediaType: 'text/html; charset=utf-8', make: async (report) => bytesOf(asHtml(report)) },
}

/** The audit as a file, named after the report. */
export async function exported(report: Exported, format: ExportFormat): Promise<FileAnswer> {
  const { ending, mediaType, make } = MAKERS[format]
  const name = report.document.name.replace(/\.[^.]{1,5}$/, '').replace(/[^\p{L}\p{N}.]+/gu, '-')
  return { name: `${PREFIX[report.language]}-${name.slice(0, 120)}.${ending}`, mediaType, bytes: await make(report) }
}

const PREFIX = { vi: 'Kiem-tra', en: 'Audit' } as const
