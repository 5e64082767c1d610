import { createHash } from 'node:crypto'
import { type JsonObject } from '#server/db.ts'
import type { HandlerContext } from '#server/events.ts'
import { EXCHANGE_TOPIC } from '../contract.ts'
import { keepTold, updateTold } from '../store/incoming.ts'

type Arriving = Pick<HandlerContext, 'tx' | 'now' | 'newId' | 'emit' | 'announce'>

/** Keeps what the portal told, whatever it is; told twice it is kept once. Whether it is new. */
export async function arrive(context: Arriving, record: unknown, source: 'poll' | 'push'): Promise<boolean> {
  const { tx, now, newId, emit, announce } = context
  // An object has fields; whatever else came is kept under a name of our own.
  const payload = (typeof record === 'object' && record !== null ? record : { value: record }) as JsonObject
  const digest = createHash('sha256').update(canonical(payload)).digest('hex')
  const said = typeof payload.MaHoSo === 'string' ? payload.MaHoSo.trim().slice(0, 100) : ''
  const nationalCode = said === '' ? `?${digest.slice(0, 12)}` : said
  const id = await keepTold(tx, { id: newId(), nationalCode, digest, payload, source, arrivedAt: now })
  await announce(EXCHANGE_TOPIC)
  if (id === undefined) return false
  if (filesIn(payload).length === 0) {
    await updateTold(tx, id, { ready: true })
    await emit('exchange.told', { incomingId: id })
  }
  return true
}

const MOST_FILES = 50

/** Where a record says its files are. */
export function filesIn(payload: Readonly<Record<string, unknown>>): readonly { url: string; name: string }[] {
  const { TaiLieuNop: rows } = payload
  if (!Array.isArray(rows)) return []
  return rows.slice(0, MOST_FILES).flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null || !('DuongDanTaiTepTin' in row)) return []
    const { DuongDanTaiTepTin: url } = row
    const name = 'TenTepDinhKem' in row && typeof row.TenTepDinhKem === 'string' ? row.TenTepDinhKem : ''
    return typeof url === 'string' && url !== '' ? [{ url, name }] : []
  })
}

/** JSON whose fields stand in one order: the same telling is the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
