import type { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import { wayOut } from '#modules/cases/index.ts'
import type { Tx } from '#server/db.ts'
import type { Actor, Context } from '#server/operation.ts'
import type * as contract from './contract.ts'
import { UNSIGNED } from './contract.ts'
import { type ContactChannel, maskedAddress } from './domain/contact.ts'
import { citizenProvider, unsealKnown } from './provider.ts'
import { codeFor, hashOfAddress, hashOfToken, newToken, sealAddress, unsealAddress } from './sign-in.ts'
import { type CitizenRow, countCodes, isDemonstration, putCode, putSession, takeOver } from './store/citizens.ts'
import { type IdentityRow, identityOf } from './store/identities.ts'

export type Contact = { readonly channel: ContactChannel; readonly address: string }
type Signing = Context<Actor | null>

const TEN_MINUTES_MS = 600_000
/** Codes that one address may be sent in ten minutes: nobody is flooded with messages by a stranger. */
const MOST_CODES = 3
const SESSION_MS = 12 * 3_600_000

/** Whether a code can reach an address by this channel. */
export async function canSend(tx: Tx, channel: ContactChannel): Promise<boolean> {
  return wayOut(channel) !== null || (await isDemonstration(tx))
}

/** Has a code sent to an address. Throws when none can be sent, or several were. */
export async function sendCodeTo(
  { tx, now, newId, emit }: Signing,
  { channel, address }: Contact,
  language: 'vi' | 'en',
): Promise<z.input<typeof contract.askCode.output>> {
  const addressHash = hashOfAddress(address)
  if ((await countCodes(tx, addressHash, new Date(now.getTime() - TEN_MINUTES_MS))) >= MOST_CODES)
    throw new Problem('too-many-requests', 'portal/too-many-codes')
  const way = wayOut(channel)
  const isShown = way !== 'real' && (await isDemonstration(tx))
  if (way === null && !isShown) throw new Problem('unavailable', 'portal/cannot-send', '', { values: { channel } })
  const id = newId()
  const expiresAt = new Date(now.getTime() + TEN_MINUTES_MS)
  const asked = { askedAt: now, expiresAt, tries: 0, usedAt: null }
  await putCode(tx, { id, channel, addressHash, addressSealed: sealAddress(address, id), language, ...asked })
  if (way !== null) await emit('portal.code-asked', { codeId: id })
  return { codeId: id, channel, expiresAt, demonstrationCode: isShown ? codeFor(id) : null }
}

/** Begins a session of a citizen. What was written in this browser before signing in is theirs from now on. */
export async function beginSession(
  { tx, now, newId, session, actor }: Signing,
  citizenId: string,
  { unsigned = false } = {},
): Promise<void> {
  if (actor?.restricted === UNSIGNED) await takeOver(tx, citizenId)
  const token = newToken()
  const expiresAt = new Date(now.getTime() + SESSION_MS)
  const times = { beganAt: now, lastSeenAt: now, expiresAt }
  await putSession(tx, { id: newId(), tokenHash: hashOfToken(token), citizenId, unsigned, ...times })
  session.set(token, expiresAt)
}

function shownIdentity({ knownSealed, subjectHash, verifiedAt }: IdentityRow) {
  const known = unsealKnown(knownSealed, subjectHash)
  // Of sign-ins before it was kept who vouched.
  return { ...known, by: known.by || (citizenProvider()?.name ?? ''), at: verifiedAt }
}

/** A citizen as they see themselves. */
export async function shownCitizen(tx: Tx, citizen: CitizenRow): Promise<z.input<typeof contract.Citizen>> {
  const identity = await identityOf(tx, citizen.id)
  const { channel, addressSealed } = citizen
  const address =
    channel && addressSealed && maskedAddress({ channel, address: unsealAddress(addressSealed, citizen.id) })
  return {
    id: citizen.id,
    signedIn: address !== null || identity !== undefined,
    address,
    verified: identity ? shownIdentity(identity) : null,
  }
}
