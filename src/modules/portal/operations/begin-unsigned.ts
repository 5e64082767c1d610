import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { beginSession, shownCitizen } from '../signing-in.ts'
import { findCitizen, insertCitizen, openSignIn } from '../store/citizens.ts'

export const beginUnsigned = operation(contract.beginUnsigned, async (context) => {
  const { tx, actor, newId, now } = context
  const known = actor?.kind === 'citizen' ? await findCitizen(tx, actor.id) : undefined
  if (known) return shownCitizen(tx, known)
  await openSignIn(tx)
  const citizen = { id: newId(), channel: null, addressHash: null, addressSealed: null, createdAt: now }
  await insertCitizen(tx, citizen)
  await beginSession(context, citizen.id, { unsigned: true })
  return shownCitizen(tx, citizen)
})
