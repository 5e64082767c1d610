import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { maskedAddress } from '../domain/contact.ts'
import { hashOfToken, isCodeFor, newToken, sealAddress, unsealAddress } from '../sign-in.ts'
import { citizenOf, countTry, findCodeForUpdate, openSignIn, putSession, useCode } from '../store/citizens.ts'

const MOST_TRIES = 5
const SESSION_MS = 12 * 3_600_000

/** A code is good once, for ten minutes and five tries. Whatever is wrong, the answer is the same. */
export const giveCode = operation(contract.giveCode, async ({ tx, now, newId, session }, { codeId, code }) => {
  await openSignIn(tx)
  const asked = await findCodeForUpdate(tx, codeId)
  const isRight = isCodeFor(codeId, code)
  const isOpen = asked !== undefined && asked.usedAt === null && asked.expiresAt > now && asked.tries < MOST_TRIES
  if (!asked || !isOpen || !isRight) {
    await countTry(tx, codeId)
    return { step: 'refused' as const, code: 'portal/code-wrong' as const }
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
  const token = newToken()
  const expiresAt = new Date(now.getTime() + SESSION_MS)
  const times = { beganAt: now, lastSeenAt: now, expiresAt }
  await putSession(tx, { id: newId(), tokenHash: hashOfToken(token), citizenId: citizen.id, ...times })
  session.set(token, expiresAt)
  return { step: 'done' as const, citizen: { id: citizen.id, address: maskedAddress({ channel, address }) } }
})
