import { Problem } from '#kernel/problem.ts'
import type { Context } from '#server/operation.ts'
import { unsealAddress } from './sign-in.ts'
import { findCitizen } from './store/citizens.ts'

/** The address that the citizen who acts has proven. Throws when the provider of identities alone knows them. */
export async function ownContact({ tx, actor }: Pick<Context, 'tx' | 'actor'>) {
  const citizen = await findCitizen(tx, actor.id)
  if (!citizen) throw new Problem('not-signed-in', 'platform/not-signed-in', 'Not a citizen who signed in.')
  const { channel, addressSealed } = citizen
  if (!channel || !addressSealed) throw new Problem('rule-broken', 'portal/no-own-address', 'No address was proven.')
  return { channel, address: unsealAddress(addressSealed, citizen.id) }
}
