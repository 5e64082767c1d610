import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import { Problem } from '#kernel/problem.ts'
import type { Actor } from './actor.ts'
import type { Db, Tx } from './db.ts'
import type { Schedule } from './events.ts'
import { MOST_FILE_BYTES } from './files.ts'

/** A file on its way. When all of it has come it is a kept file with the same id. */
export type OpenUpload = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string | null
  /** Where the sender means to put it, in words of their own; null: not told. */
  readonly meantFor: string | null
  /** How many bytes, from the first on, are here. */
  readonly received: number
  readonly uploadedBy: string
  readonly beganAt: Date
  readonly changedAt: Date
}
const on = (tx: Tx | Db) => tx.$extendTables<{ 'platform.upload': OpenUpload }>()

export type Announced = Pick<OpenUpload, 'name' | 'mediaType' | 'size' | 'sha256' | 'meantFor'>

const MEBIBYTE = 1024 * 1024
const MOST_OPEN = 20
const MOST_OPEN_BYTES = 200 * MEBIBYTE
/** What one citizen may put in within a day. An official works for many. */
const MOST_OF_CITIZEN = 300 * MEBIBYTE
const DAY_MS = 24 * 3_600_000
/** Untouched for so long, it is not gone on with. */
const ABANDONED_MS = DAY_MS

/**
 * Begins to take a file in. The same file that the actor began before, on whatever device, goes on where it stopped; one that came whole
 * already for the same place is that file.
 */
export async function beginUpload(tx: Tx, announced: Announced, actor: Actor, now: Date): Promise<OpenUpload> {
  const { size } = announced
  if (size > MOST_FILE_BYTES)
    throw new Problem('too-large', 'platform/too-large', '', { values: { limit: MOST_FILE_BYTES } })
  await sql`select pg_advisory_xact_lock(hashtextextended(${`upload ${actor.id}`}, 0))`.execute(tx)
  const open = await on(tx)
    .selectFrom('platform.upload')
    .selectAll()
    .where('uploadedBy', '=', actor.id)
    .whereRef('received', '<', 'size')
    .execute()
  const begun = open.find((one) => one.sha256 !== null && isSame(one, announced))
  if (begun) return begun
  const whole = await findWhole(tx, announced, actor)
  if (whole) return whole
  const openBytes = open.reduce((sum, one) => sum + one.size, 0)
  if (open.length >= MOST_OPEN || openBytes + size > MOST_OPEN_BYTES)
    throw new Problem('too-many-requests', 'platform/too-many-uploads')
  await requireRoom(tx, actor, openBytes + size, now)
  const row = { id: newId(), ...announced, received: 0, uploadedBy: actor.id, beganAt: now, changedAt: now }
  await on(tx).insertInto('platform.upload').values(row).execute()
  return row
}

/** What came whole within the last day for the same place, and is still there. */
async function findWhole(tx: Tx, announced: Announced, actor: Actor): Promise<OpenUpload | undefined> {
  const { sha256, size, name, meantFor } = announced
  if (sha256 === null || meantFor === null) return undefined
  const { rows } = await sql<OpenUpload>`select u.* from platform.upload u join platform.file f on f.id = u.id
    where u.uploaded_by = ${actor.id} and u.meant_for = ${meantFor} and u.sha256 = ${sha256} and u.size = ${size}
      and u.name = ${name} and u.received = u.size
    order by u.began_at limit 1`.execute(tx)
  return rows[0]
}

const isSame = (one: Announced, other: Announced): boolean =>
  one.sha256 === other.sha256 && one.size === other.size && one.name === other.name

/** Throws when a citizen has put in as much as one may within a day. */
export async function requireRoom(tx: Tx, actor: Actor, bytes: number, now: Date): Promise<void> {
  if (actor.kind !== 'citizen') return
  const since = new Date(now.getTime() - DAY_MS)
  const { rows } = await sql<{ bytes: number }>`select coalesce(sum(size), 0) as bytes from platform.file
    where uploaded_by = ${actor.id} and uploaded_at > ${since}`.execute(tx)
  if ((rows[0]?.bytes ?? 0) + bytes > MOST_OF_CITIZEN)
    throw new Problem('too-many-requests', 'platform/too-much-today', '', { values: { limit: 300 } })
}

/** One of the actor's own; nobody else's is there. */
export const findUpload = (tx: Tx, id: string, actor: Actor) =>
  on(tx)
    .selectFrom('platform.upload')
    .selectAll()
    .where('id', '=', id)
    .where('uploadedBy', '=', actor.id)
    .executeTakeFirst()

/** What became of a piece: where the next begins, or that the whole is not what was announced (and is gone). */
export type Taken =
  | { readonly received: number }
  | { readonly refused: 'unknown' | 'elsewhere' | 'too-long' | 'differs' }

/** Takes the next piece in. It begins where the last one ended, or is refused: nothing is ever overwritten or left out. */
export async function takePiece(
  tx: Tx,
  piece: { readonly uploadId: string; readonly startsAt: number; readonly bytes: Buffer },
  actor: Actor,
  now: Date,
): Promise<Taken> {
  const { uploadId, startsAt, bytes } = piece
  const upload = await on(tx)
    .selectFrom('platform.upload')
    .selectAll()
    .where('id', '=', uploadId)
    .where('uploadedBy', '=', actor.id)
    .forUpdate()
    .executeTakeFirst()
  if (!upload) return { refused: 'unknown' }
  if (upload.received !== startsAt) return { refused: 'elsewhere' }
  const received = startsAt + bytes.length
  if (received > upload.size) return { refused: 'too-long' }
  if (bytes.length === 0) return { received }
  await sql`insert into platform.upload_piece (upload_id, starts_at, bytes)
    values (${uploadId}, ${startsAt}, ${bytes})`.execute(tx)
  await on(tx).updateTable('platform.upload').set({ received, changedAt: now }).where('id', '=', uploadId).execute()
  if (received < upload.size) return { received }
  if (await becomeFile(tx, uploadId, now)) return { received }
  await dropUpload(tx, uploadId, actor)
  return { refused: 'differs' }
}

/** All pieces in their order are the file, if they are what was announced. */
async function becomeFile(tx: Tx, uploadId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    with whole as materialized (
      select string_agg(bytes, ''::bytea order by starts_at) as bytes from platform.upload_piece where upload_id = ${uploadId}
    ), hashed as materialized (select bytes, encode(sha256(bytes), 'hex') as hash from whole)
    insert into platform.file (id, name, media_type, size, sha256, bytes, uploaded_by, uploaded_at)
    select u.id, u.name, u.media_type, length(hashed.bytes), hashed.hash, hashed.bytes, u.uploaded_by, ${now}
    from platform.upload u, hashed
    where u.id = ${uploadId} and (u.sha256 is null or u.sha256 = hashed.hash)
    returning id`.execute(tx)
  await sql`delete from platform.upload_piece where upload_id = ${uploadId}`.execute(tx)
  return rows.length === 1
}

/** Forgets an upload and its pieces; the file that came of one stays. Whether there was one. */
export async function dropUpload(tx: Tx, id: string, actor: Actor): Promise<boolean> {
  const { numDeletedRows } = await on(tx)
    .deleteFrom('platform.upload')
    .where('id', '=', id)
    .where('uploadedBy', '=', actor.id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Every hour: forgets what nobody went on with for a day, and that what is whole once came in pieces. */
export const tidyUploads: Schedule = {
  name: 'platform.tidy-uploads',
  everySeconds: 3600,
  async run({ tx, now }) {
    await on(tx)
      .deleteFrom('platform.upload')
      .where('changedAt', '<', new Date(now.getTime() - ABANDONED_MS))
      .execute()
  },
}
