import { Problem } from '#kernel/problem.ts'
import type { Tx } from '#server/db.ts'
import { readFile } from '#server/files.ts'
import { findWordTemplate } from '../store/templates.ts'

/** The bytes of an office's Word template; the caller has decided that its reader may use it. */
export async function wordFileOf(tx: Tx, wordTemplateId: string): Promise<{ templateId: string; bytes: Uint8Array }> {
  const row = await findWordTemplate(tx, wordTemplateId)
  const file = row && (await readFile(tx, row.fileId))
  if (!row || !file) throw new Problem('not-found', 'reports/template-not-found')
  return { templateId: row.templateId, bytes: file.bytes }
}
