import type { z } from 'zod'
import { finishAuthorization, type OidcClaims, whyUnfinished } from '#server/openid.ts'
import { type Actor, type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { maskedAddress } from '../domain/contact.ts'
import { verifiedContacts, verifiedOf } from '../domain/verified.ts'
import {
  hashOfSecret,
  hashOfSubject,
  newSecret,
  requireProvider,
  returnPage,
  sealKnown,
  unsealVerifier,
} from '../provider.ts'
import { hashOfAddress } from '../sign-in.ts'
import { beginSession, canSend, sendCodeTo, shownCitizen } from '../signing-in.ts'
import { findCitizen, findCitizenByAddress, insertCitizen, openSignIn } from '../store/citizens.ts'
import {
  type FlowRow,
  findIdentity,
  type IdentityRow,
  identityOf,
  putIdentity,
  putPending,
  renewIdentity,
  takeFlow,
} from '../store/identities.ts'

const PENDING_MS = 10 * 60_000
type Signing = Context<Actor | null>
type Person = Omit<IdentityRow, 'citizenId'>
type Refusal = z.infer<typeof contract.ProviderRefusal>

/**
 * Signs in whom the provider vouches for, or links the provider to who is signed in. A citizen is found by the provider's subject and by
 * nothing else: an address that the provider names is a reason to ask for a code at that address, and no proof.
 */
export const finishProviderSignIn = operation(
  contract.finishProviderSignIn,
  async (context, { browserKey, query, language }) => {
    const { tx, now, actor, origin } = context
    await openSignIn(tx)
    const answer = new URL(returnPage(origin))
    answer.search = query
    const state = answer.searchParams.get('state') ?? ''
    const flow = await takeFlow(tx, hashOfSecret(state), hashOfSecret(browserKey), now)
    if (!flow) return refused('portal/provider-refused')
    const { claims, refusal } = await claimsOf(flow, answer, state)
    if (!claims) return refused(refusal)
    const { issuer, numberClaim, name: by, simulated } = requireProvider()
    const subjectHash = hashOfSubject(issuer, claims.sub)
    const knownSealed = sealKnown({ ...verifiedOf(claims, numberClaim), by, simulated }, subjectHash)
    const person = { subjectHash, knownSealed, verifiedAt: now }
    // Linking goes on only in the session that began it.
    if (flow.citizenId !== null)
      return flow.citizenId === actor?.id ? link(context, flow.citizenId, person) : refused('portal/provider-refused')
    const known = await findIdentity(tx, subjectHash)
    if (known) {
      await renewIdentity(tx, { ...person, citizenId: known.citizenId })
      return signedIn(context, known.citizenId)
    }
    return (await askForProof(context, claims, person, language)) ?? signInAnew(context, person)
  },
)

const refused = (code: Refusal) => ({ step: 'refused' as const, code })

const REFUSALS = {
  declined: 'portal/provider-declined',
  unreachable: 'portal/provider-silent',
  refused: 'portal/provider-refused',
} as const

type Vouched = { claims: OidcClaims; refusal?: never } | { claims: null; refusal: Refusal }

/** Or why nobody is vouched for. What exactly does not hold of an answer is not told. */
async function claimsOf({ nonce, verifierSealed }: FlowRow, answer: URL, state: string): Promise<Vouched> {
  const checks = { state, nonce, verifier: unsealVerifier(verifierSealed, nonce) }
  return finishAuthorization(requireProvider(), answer, checks, { userInfo: true }).then(
    (claims) => ({ claims }),
    (thrown: unknown) => ({ claims: null, refusal: REFUSALS[whyUnfinished(thrown)] }),
  )
}

async function link({ tx }: Signing, citizenId: string, person: Person) {
  const citizen = await findCitizen(tx, citizenId)
  const isNew = await putIdentity(tx, { ...person, citizenId })
  if (!isNew && (await findIdentity(tx, person.subjectHash))?.citizenId !== citizenId)
    return refused('portal/identity-elsewhere')
  return citizen
    ? { step: 'done' as const, citizen: await shownCitizen(tx, citizen) }
    : refused('portal/provider-refused')
}

/** A citizen here has an address that the provider verified, and nothing of the provider yet: they may be the same person. */
async function askForProof(context: Signing, claims: OidcClaims, person: Person, language: 'vi' | 'en') {
  const { tx, now } = context
  for (const contact of verifiedContacts(claims)) {
    const citizen = await findCitizenByAddress(tx, hashOfAddress(contact.address))
    if (!citizen || (await identityOf(tx, citizen.id)) || !(await canSend(tx, contact.channel))) continue
    const { expiresAt: _, ...asked } = await sendCodeTo(context, contact, language)
    const pending = newSecret()
    const { subjectHash, knownSealed } = person
    const expiresAt = new Date(now.getTime() + PENDING_MS)
    await putPending(tx, {
      tokenHash: hashOfSecret(pending),
      subjectHash,
      knownSealed,
      citizenId: citizen.id,
      expiresAt,
    })
    return { step: 'prove' as const, pending, address: maskedAddress(contact), ...asked }
  }
  return null
}

async function signInAnew(context: Signing, person: Person) {
  const { tx, newId, now } = context
  const id = newId()
  await insertCitizen(tx, { id, channel: null, addressHash: null, addressSealed: null, createdAt: now })
  await putIdentity(tx, { ...person, citizenId: id })
  return signedIn(context, id)
}

async function signedIn(context: Signing, citizenId: string) {
  const citizen = await findCitizen(context.tx, citizenId)
  if (!citizen) return refused('portal/provider-refused')
  await beginSession(context, citizenId)
  return { step: 'done' as const, citizen: await shownCitizen(context.tx, citizen) }
}
