import type { Tx } from '#server/db.ts'
import { KNOWN_PURPOSE } from './domain/draft.ts'
import type { Verified } from './domain/verified.ts'
import { unsealKnown } from './provider.ts'
import { latestConsents } from './store/drafts.ts'
import { identityOf } from './store/identities.ts'

/** What the provider of identities vouched for of the citizen, where they agreed that it is put in for them; null: nothing, or they did not. */
export async function knownToBePutIn(tx: Tx, citizenId: string): Promise<Verified | null> {
  const identity = await identityOf(tx, citizenId)
  if (!identity) return null
  const agreed = (await latestConsents(tx, citizenId)).find(({ purpose }) => purpose === KNOWN_PURPOSE.code)
  return agreed?.given ? unsealKnown(identity.knownSealed, identity.subjectHash) : null
}
