import type { Audited } from '../domain/audit.ts'
import type { ReportDocument } from '../domain/document.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { inProcess } from './own-process.ts'

export type DocumentWork = { readonly document: ReportDocument; readonly knowledge: Knowledge }

/** What the rules find in a document that has been read already, worked out in a process of its own. */
export async function auditDocument(work: DocumentWork): Promise<Audited> {
  return inProcess<Audited>(new URL('./audit-document-process.ts', import.meta.url), work)
}
