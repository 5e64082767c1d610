import type { ProcessLimits } from '#server/own-process.ts'
import type { Audited } from '../domain/audit.ts'
import type { ReportDocument } from '../domain/document.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { inProcess } from './own-process.ts'
import { type ReportFile, requireSize } from './read-report.ts'

export type AuditedFile = Audited & { readonly document: ReportDocument }

/** The report in the file and what the rules find in it, both in one process. Throws a problem that says what is wrong with the file. */
export async function auditFile(
  { name, bytes, knowledge }: ReportFile & { readonly knowledge: Knowledge },
  limits?: Partial<ProcessLimits>,
): Promise<AuditedFile> {
  requireSize(bytes)
  return inProcess<AuditedFile>(new URL('./audit-process.ts', import.meta.url), { name, bytes, knowledge }, limits)
}
