import { type Day, dayAt } from '#kernel/calendar.ts'
import type { Actor } from '#server/actor.ts'
import type { Db } from '#server/db.ts'
import type { Credentials } from '#server/http.ts'
import { hashOfSecret, TOKEN_PREFIX } from './credentials/token.ts'
import { delegatedRights } from './delegation.ts'
import { type Right, rightsOfToken } from './domain/rights.ts'
import { type SessionState, sessionState } from './domain/session.ts'
import { settingsFrom } from './domain/settings.ts'
import { findSession, findToken, touchSession, touchToken } from './store/identify.ts'

/**
 * Who asks: the account behind a session cookie or an access token, with the rights in force at this moment; null when
 * there is none. A session that is locked, or that has something to mend first, comes without rights.
 */
export async function identify(credentials: Credentials, db: Db): Promise<Actor | null> {
  if (credentials.bearer) return identifyToken(credentials.bearer, credentials.now, db)
  if (credentials.sessionToken) return identifySession(credentials.sessionToken, credentials, db)
  return null
}

const MINUTE_MS = 60_000

async function identifySession(
  token: string,
  { now, passive }: Pick<Credentials, 'now' | 'passive'>,
  db: Db,
): Promise<Actor | null> {
  const day = dayAt(now)
  const found = await findSession(db, hashOfSecret(token), now, day)
  if (!found) return null
  const state = sessionState(found, now, settingsFrom(found.settings))
  if (state === 'anonymous') return null
  const mayUse = state !== 'locked' && !passive
  if (mayUse && now.getTime() - found.lastSeenAt.getTime() >= MINUTE_MS) await touchSession(db, found.sessionId, now)
  const grants = state === 'signed-in' ? await rightsOf(found, db, now, day) : []
  return {
    id: found.accountId,
    kind: 'person',
    name: found.displayName,
    grants,
    sessionId: found.sessionId,
    restricted: RESTRICTED[state],
  }
}

/** What a restricted session is told when it asks for more. */
const RESTRICTED: Record<Exclude<SessionState, 'anonymous'>, string | null> = {
  'signed-in': null,
  locked: 'identity/locked',
  'must-change-password': 'identity/must-change-password',
  'must-enrol': 'identity/must-enrol',
}

async function identifyToken(token: string, now: Date, db: Db): Promise<Actor | null> {
  if (!token.startsWith(TOKEN_PREFIX)) return null
  const day = dayAt(now)
  const found = await findToken(db, hashOfSecret(token), now, day)
  if (!found) return null
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() >= MINUTE_MS) {
    await touchToken(db, found.tokenId, now)
  }
  const held = await rightsOf(found, db, now, day)
  return {
    id: found.accountId,
    kind: 'token',
    name: `${found.displayName} (${found.name})`,
    grants: rightsOfToken(found.grants, held),
    sessionId: null,
  }
}

type Holder = { readonly officialId: string | null; readonly rights: readonly Right[] }

async function rightsOf({ officialId, rights }: Holder, db: Db, now: Date, day: Day): Promise<readonly Right[]> {
  if (officialId === null) return rights
  const delegated = await delegatedRights(db, officialId, now, day)
  return [...rights, ...delegated.map(({ permission, unitId, reach }) => ({ permission, unitId, reach }))]
}
