import type { Actor } from '#server/actor.ts'
import type { Db } from '#server/db.ts'
import type { Credentials } from '#server/http.ts'
import { UNSIGNED } from './contract.ts'
import { hashOfToken, IDLE_MS, isCitizenToken } from './sign-in.ts'
import { sessionOf } from './store/citizens.ts'

const MINUTE_MS = 60_000

/** The citizen behind a session cookie; null when there is none. A citizen holds no permission: only what is made for citizens is open. */
export async function identifyCitizen(
  { sessionToken, bearer, now, passive }: Credentials,
  db: Db,
): Promise<Actor | null> {
  if (bearer || !sessionToken || !isCitizenToken(sessionToken)) return null
  const touchBefore = passive ? null : new Date(now.getTime() - MINUTE_MS)
  const session = await sessionOf(db, hashOfToken(sessionToken), now, new Date(now.getTime() - IDLE_MS), touchBefore)
  if (!session) return null
  const citizen = {
    id: session.citizenId,
    kind: 'citizen',
    name: 'Công dân',
    grants: [],
    sessionId: session.id,
  } as const
  return session.unsigned ? { ...citizen, restricted: UNSIGNED } : citizen
}
