import type { HandlerContext, Schedule } from '#server/events.ts'
import { keepUpload } from '#server/files.ts'
import { arrive, filesIn } from '../engine/arrive.ts'
import { noteAway } from '../engine/health.ts'
import { placeOf } from '../engine/place.ts'
import { fetchPortalFile } from '../gateways/fetch-file.ts'
import type { Place } from '../gateways/portal.ts'
import { portalAt } from '../gateways/portal-at.ts'
import { getConnection, noteHealth } from '../store/connection.ts'
import { listToFetch, updateTold } from '../store/incoming.ts'
import type { ConnectionRow, IncomingRow } from '../store/tables.ts'

const PAGES_AT_ONCE = 4
const FILED_AT_ONCE = 5

/**
 * Fetches what citizens filed since, and their files. How far it came is kept in the transaction that keeps what came: nothing falls between,
 * and what comes twice is known by what it says.
 */
export async function fetchFiled(context: HandlerContext): Promise<void> {
  const { tx, now } = context
  const connection = await getConnection(tx)
  const place = placeOf(connection)
  if (!place || (connection.pausedUntil !== null && connection.pausedUntil > now)) return
  if (await fetchPages(context, connection, place)) await fetchFiles(context, connection, place)
}

/** Whether the portal was there. */
async function fetchPages(context: HandlerContext, connection: ConnectionRow, place: Place): Promise<boolean> {
  const { tx, now } = context
  const { inbox } = portalAt(place)
  let { cursor } = connection
  for (let page = 0; inbox && page < PAGES_AT_ONCE; page++) {
    const told = await inbox(cursor)
    if (told.kind === 'away') {
      await noteAway(context, connection, told)
      return false
    }
    if (told.kind !== 'told') {
      await noteHealth(tx, { lastError: told.code })
      return true
    }
    for (const record of told.value.records) await arrive(context, record, 'poll')
    const isEnd = told.value.records.length === 0 || told.value.cursor === cursor
    ;({ cursor } = told.value)
    await noteHealth(tx, { cursor, polledAt: now, lastGoodAt: now, failures: 0, pausedUntil: null })
    if (isEnd) break
  }
  return true
}

async function fetchFiles(context: HandlerContext, connection: ConnectionRow, place: Place): Promise<void> {
  for (const row of await listToFetch(context.tx, FILED_AT_ONCE)) {
    const files = await filesOf(context, row, place)
    if (files === null) return noteAway(context, connection, { kind: 'away', code: 'file', retryAfterSeconds: null })
    await updateTold(context.tx, row.id, { files, ready: true })
    await context.emit('exchange.told', { incomingId: row.id })
  }
}

/** The files of a filing as they became ours; null while the portal does not give them. */
async function filesOf(
  { tx, actor, now }: HandlerContext,
  { payload }: IncomingRow,
  place: Place,
): Promise<IncomingRow['files'] | null> {
  const files: { url: string; fileId: string | null }[] = []
  for (const { url, name } of filesIn(payload ?? {})) {
    const told = await fetchPortalFile(place, url)
    if (told.kind === 'away') return null
    const upload = told.kind === 'told' && {
      name: name.slice(0, 200) || 'tep-tin',
      mediaType: 'application/octet-stream',
      bytes: told.value,
    }
    files.push({ url, fileId: upload ? await keepUpload(tx, upload, actor, now) : null })
  }
  return files
}

/** Every ten seconds, on a line of its own: it waits for the outside. */
export const fetchFromPortal: Schedule = {
  name: 'exchange.fetch',
  everySeconds: 10,
  outside: true,
  run: fetchFiled,
}
