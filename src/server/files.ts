import { createHash } from 'node:crypto'
import { newId } from '#kernel/id.ts'
import { Problem } from '#kernel/problem.ts'
import type { Actor } from './actor.ts'
import type { Db, Tx } from './db.ts'

/** The largest file that may be put in, in bytes. */
export const MOST_FILE_BYTES = 25 * 1024 * 1024

type FileRow = {
  id: string
  name: string
  mediaType: string
  size: number
  sha256: string
  bytes: Buffer
  uploadedBy: string
  uploadedAt: Date
}

const on = (tx: Tx | Db) => tx.$extendTables<{ 'platform.file': FileRow }>()

export type Upload = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** Keeps a file and gives its id; operations carry ids. */
export async function keepUpload(tx: Tx, upload: Upload, actor: Actor, now: Date): Promise<string> {
  const id = newId()
  const bytes = Buffer.from(upload.bytes)
  await on(tx)
    .insertInto('platform.file')
    .values({
      id,
      name: upload.name,
      mediaType: upload.mediaType,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes,
      uploadedBy: actor.id,
      uploadedAt: now,
    })
    .execute()
  return id
}

export type KeptFile = Upload & { readonly id: string; readonly sha256: string; readonly size: number }

/** The file an actor put in; throws `not-found` for one of somebody else's. */
export async function readUpload(tx: Tx, fileId: string, actor: Actor): Promise<KeptFile> {
  const file = await readFile(tx, fileId)
  if (!file || (file.uploadedBy !== actor.id && actor.kind !== 'system'))
    throw new Problem('not-found', 'platform/not-found')
  return file
}

/** A kept file whoever put it in: for a caller that has decided itself who may see it. */
export async function readFile(
  tx: Tx,
  fileId: string,
): Promise<(KeptFile & { readonly uploadedBy: string }) | undefined> {
  const row = await on(tx).selectFrom('platform.file').selectAll().where('id', '=', fileId).executeTakeFirst()
  return row && { ...row, bytes: new Uint8Array(row.bytes) }
}

/** Puts what was made of an upload in its place: the bytes that were sent are gone. Throws when there is no such file. */
export async function replaceUpload(tx: Tx, fileId: string, { name, mediaType, bytes }: Upload): Promise<void> {
  const kept = Buffer.from(bytes)
  const { numUpdatedRows } = await on(tx)
    .updateTable('platform.file')
    .set({
      name,
      mediaType,
      size: kept.length,
      sha256: createHash('sha256').update(kept).digest('hex'),
      bytes: kept,
    })
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`The file ${fileId} is gone.`)
}

/** What is known of files without their bytes, by id: for a caller that has decided itself who may see them. */
export async function findFiles(
  tx: Tx,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<FileRow, 'id' | 'name' | 'mediaType' | 'size'>>> {
  if (fileIds.length === 0) return new Map()
  const rows = await on(tx)
    .selectFrom('platform.file')
    .select(['id', 'name', 'mediaType', 'size'])
    .where('id', 'in', [...fileIds])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
