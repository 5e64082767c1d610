import type { ProcessLimits } from '#server/own-process.ts'
import type { ReportDocument } from '../domain/document.ts'
import { inProcess, problemOf } from './own-process.ts'

export type ReportFile = { readonly name: string; readonly bytes: Uint8Array }

const MOST_MB = 25

/** The report in the file, read in a process of its own. Throws a problem that says what is wrong with the file. */
export async function readReport(
  { name, bytes }: ReportFile,
  limits?: Partial<ProcessLimits>,
): Promise<ReportDocument> {
  requireSize(bytes)
  return inProcess<ReportDocument>(
    new URL('./audit-process.ts', import.meta.url),
    { name, bytes, knowledge: null },
    limits,
  )
}

/** Throws the problem that a file larger than any report has. */
export function requireSize(bytes: Uint8Array): void {
  if (bytes.length > MOST_MB * 1024 * 1024)
    throw problemOf({ fault: 'auditor/file-too-large', values: { limit: MOST_MB } })
}
