/** A new UUIDv7: ids made later sort later, so pages can be read by id (PostgreSQL 15 has none of its own). */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const now = nextStamp()
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now.ms / 2 ** (8 * (5 - index))) % 256
  bytes[6] = 0x70 | (now.count >> 8)
  bytes[7] = now.count & 0xff
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

let last = { ms: 0, count: 0 }

/** The millisecond, and a counter that keeps ids of one process in order within it. */
function nextStamp(): { ms: number; count: number } {
  const ms = Date.now()
  if (ms > last.ms) last = { ms, count: 0 }
  else last = last.count < 0xfff ? { ms: last.ms, count: last.count + 1 } : { ms: last.ms + 1, count: 0 }
  return last
}
