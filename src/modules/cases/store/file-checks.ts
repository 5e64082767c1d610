import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'

export type FileCheck = {
  readonly fileId: string
  readonly mediaType: string
  readonly state: 'clean' | 'infected' | 'unchecked' | 'refused'
  /** What a reader should know; of a refused file the one code of why. */
  readonly warnings: readonly string[]
  readonly checkedAt: Date
}

/** What was found when the file was looked at, or undefined when nobody has yet. */
export async function findFileCheck(tx: Tx, fileId: string): Promise<FileCheck | undefined> {
  const { rows } = await sql<FileCheck>`
    select file_id, media_type, state, warnings, checked_at from cases.file_check where file_id = ${fileId}::uuid`.execute(
    tx,
  )
  return rows[0]
}

export async function putFileCheck(
  tx: Tx,
  { fileId, mediaType, state, warnings, checkedAt }: FileCheck,
): Promise<void> {
  await sql`
    insert into cases.file_check (file_id, media_type, state, warnings, checked_at)
    values (${fileId}::uuid, ${mediaType}, ${state}, ${[...warnings]}::text[], ${checkedAt})
    on conflict (file_id) do update set media_type = excluded.media_type, state = excluded.state,
      warnings = excluded.warnings, checked_at = excluded.checked_at`.execute(tx)
}

/** The file of a paper of a case, as far as row security shows the case. */
export async function findPaperFile(
  tx: Tx,
  caseId: string,
  paperId: string,
): Promise<{ readonly fileId: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ fileId: string; name: string }>`
    select file_id, name from cases.paper
    where id = ${paperId}::uuid and case_id = ${caseId}::uuid and file_id is not null and removed_at is null`.execute(
    tx,
  )
  return rows[0]
}
