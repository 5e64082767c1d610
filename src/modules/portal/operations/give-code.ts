import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { hashOfSecret } from '../provider.ts'
import { isCodeFor, sealAddress, unsealAddress } from '../sign-in.ts'
import { beginSession, shownCitizen } from '../signing-in.ts'
import { citizenOf, countTry, findCodeForUpdate, openSignIn, useCode } from '../store/citizens.ts'
import { putIdentity, takePending } from '../store/identities.ts'

const MOST_TRIES = 5
const REFUSED = { step: 'refused', code: 'portal/code-wrong' } as const

/** A code is good once, for ten minutes and five tries. Whatever is wrong, the answer is the same. */
export const giveCode = operation(contract.giveCode, async (context, { codeId, code, pending }) => {
  const { tx, now, newId } = context
  await openSignIn(tx)
  const asked = await findCodeForUpdate(tx, codeId)
  const isRight = isCodeFor(codeId, code)
  const isOpen = asked !== undefined && asked.usedAt === null && asked.expiresAt > now && asked.tries < MOST_TRIES
  if (!asked || !isOpen || !isRight) {
    await countTry(tx, codeId)
    return REFUSED
  }
  await useCode(tx, codeId, now)
  const { channel, addressHash } = asked
  const address = unsealAddress(asked.addressSealed, codeId)
  const id = newId()
  const citizen = await citizenOf(tx, {
    id,
    channel,
    addressHash,
    addressSealed: sealAddress(address, id),
    createdAt: now,
  })
  if (pending !== undefined) {
    // Both are proven now: the person by the provider, the address by the code.
    const person = await takePending(tx, hashOfSecret(pending), now)
    if (person?.citizenId !== citizen.id) return REFUSED
    const { subjectHash, knownSealed } = person
    if (!(await putIdentity(tx, { citizenId: citizen.id, subjectHash, knownSealed, verifiedAt: now }))) return REFUSED
  }
  await beginSession(context, citizen.id)
  return { step: 'done' as const, citizen: await shownCitizen(tx, citizen) }
})
