import { Problem } from '#kernel/problem.ts'
import type { Tx } from '#server/db.ts'
import { readFile } from '#server/files.ts'
import type { FileFound } from './contract/files.ts'
import type { FileCheck } from './store/file-checks.ts'

/** What was found in a file, as it is told to whoever put it in. */
export async function foundIn(tx: Tx, { fileId, mediaType, state, warnings }: FileCheck): Promise<FileFound> {
  const file = await readFile(tx, fileId)
  if (!file) throw new Problem('not-found', 'platform/not-found')
  const refusal = state === 'refused' || state === 'infected' ? (warnings[0] ?? null) : null
  const told = refusal === null ? [...warnings] : []
  return { fileId, name: file.name, mediaType, size: file.size, state, warnings: told, refusal }
}
