import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { hashOfSecret } from '../provider.ts'
import { beginSession, shownCitizen } from '../signing-in.ts'
import { insertCitizen, openSignIn } from '../store/citizens.ts'
import { putIdentity, takePending } from '../store/identities.ts'

const REFUSED = { step: 'refused', code: 'portal/provider-refused' } as const

/** Whoever cannot or will not prove the address is a citizen of their own: what lies under that address stays shut. */
export const signInApart = operation(contract.signInApart, async (context, { pending }) => {
  const { tx, now, newId } = context
  await openSignIn(tx)
  const person = await takePending(tx, hashOfSecret(pending), now)
  if (!person) return REFUSED
  const citizen = { id: newId(), channel: null, addressHash: null, addressSealed: null, createdAt: now }
  await insertCitizen(tx, citizen)
  const { subjectHash, knownSealed } = person
  if (!(await putIdentity(tx, { citizenId: citizen.id, subjectHash, knownSealed, verifiedAt: now }))) return REFUSED
  await beginSession(context, citizen.id)
  return { step: 'done' as const, citizen: await shownCitizen(tx, citizen) }
})
