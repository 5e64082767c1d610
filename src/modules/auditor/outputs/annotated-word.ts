import type { AuditedReport } from './audited-report.ts'
import { makeOutput } from './output-process.ts'
import { commentsOf } from './report-comments.ts'

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * The report as a Word file with every finding as a comment at each of its places, the first time in full. A Word original stays byte
 * for byte what it was but for the comments; of anything else a new file is made, which says so in its first line.
 */
export async function annotatedWord({
  original,
  ...report
}: AuditedReport & { readonly original: Uint8Array | null }): Promise<Uint8Array> {
  if (report.document.format === 'docx' && original) {
    const comments = commentsOf(report)
    const annotated = await makeOutput({ kind: 'comments', original, comments, at: report.auditedAt })
    if (annotated) return annotated
  }
  const made = await makeOutput({ kind: 'word', report })
  if (!made) throw new Error('The Word file made from the report took no comments.')
  return made
}
