import { inProcess } from '../gateways/own-process.ts'
import type { AuditedReport } from './audited-report.ts'
import type { WordComment } from './word-comments.ts'

/** What takes more than a moment and works on what strangers wrote. */
export type OutputJob =
  | { readonly kind: 'summary'; readonly summary: unknown }
  | {
      readonly kind: 'comments'
      readonly original: Uint8Array
      readonly comments: readonly WordComment[]
      readonly at: Date
    }
  | { readonly kind: 'word'; readonly report: AuditedReport }

/** The largest measured take a tenth of the time that any may take. */
const MOST_MEMORY_MB = 768

/** The file that the job makes, in a process of its own; `null` when the job says that it cannot be made this way. */
export function makeOutput(job: OutputJob): Promise<Uint8Array | null> {
  return inProcess(new URL('./make-output.ts', import.meta.url), job, { memoryMb: MOST_MEMORY_MB })
}
