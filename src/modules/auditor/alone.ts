import type { FileAnswer } from '#kernel/endpoint.ts'
import type { Language } from '#kernel/problem-messages.ts'
import type { ExportFormat } from './contract.ts'
import { countBySeverity, type SeverityCounts } from './domain/finding-words.ts'
import { NOTHING_KNOWN } from './domain/knowledge.ts'
import { titleOf } from './domain/title.ts'
import { exported } from './exports.ts'
import { auditFile } from './gateways/audit-file.ts'

export type Alone = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly format: ExportFormat
  readonly language: Language
  readonly now: Date
}

/** The audit of a file on its own, without a database: nothing is known besides, nothing is kept. */
export async function auditAlone({
  name,
  bytes,
  format,
  language,
  now,
}: Alone): Promise<{ readonly answer: FileAnswer; readonly found: SeverityCounts }> {
  const { document, findings, checked } = await auditFile({ name, bytes, knowledge: NOTHING_KNOWN })
  const title = titleOf(document)
  const report = { title, document, findings, checked, decisions: [], auditedAt: now, language, original: bytes }
  return { answer: await exported(report, format), found: countBySeverity(findings) }
}
