import type { Actor } from '#server/actor.ts'
import type { Db } from '#server/db.ts'
import type { Credentials } from '#server/http.ts'
import { hashOfText } from './secrets.ts'
import { deviceOfToken } from './store/devices.ts'

const MINUTE_MS = 60_000

/** The device behind its cookie; null when it was never paired or is revoked. It holds no permission: only what is made for devices is open. */
export async function identifyDevice({ deviceToken, now }: Credentials, db: Db): Promise<Actor | null> {
  if (deviceToken === null) return null
  const row = await deviceOfToken(db, hashOfText(deviceToken), now, new Date(now.getTime() - MINUTE_MS))
  return row ? { id: row.id, kind: 'device', name: row.name, grants: [], sessionId: null } : null
}
