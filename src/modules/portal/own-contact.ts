import { Problem } from '#kernel/problem.ts'
import type { Context } from '#server/operation.ts'
import { unsealAddress } from './sign-in.ts'
import { findCitizen } from './store/citizens.ts'

/** The address that the citizen who acts has proven. */
export async function ownContact({ tx, actor }: Pick<Context, 'tx' | 'actor'>) {
  const citizen = await findCitizen(tx, actor.id)
  if (!citizen) throw new Problem('not-signed-in', 'platform/not-signed-in', 'Not a citizen who signed in.')
  return { channel: citizen.channel, address: unsealAddress(citizen.addressSealed, citizen.id) }
}
