import type { Endpoint } from '#kernel/endpoint.ts'
import type { Actor } from '#server/actor.ts'
import { writeAudit } from '#server/audit.ts'
import type { Context } from '#server/operation.ts'
import type { SignInStep } from './contract.ts'
import { hashOfName, hashOfSecret, newSecret } from './credentials/token.ts'
import { afterFailure, type Guard, isLocked, NO_FAILURES } from './domain/lockout.ts'
import { sessionState } from './domain/session.ts'
import type { Settings } from './domain/settings.ts'
import { findPassword, getFactors } from './store/credentials.ts'
import { endSessionsOf, insertSession } from './store/sessions.ts'
import { getGuardForUpdate, insertPending, insertSignInRecord, saveGuard } from './store/sign-in.ts'
import type { AccountRow, SessionMethod } from './store/tables.ts'

/** One call of the sign-in: what it runs in, and as what it is logged. */
export type SignInCall = {
  readonly context: Context<Actor | null>
  readonly endpoint: Endpoint
  readonly settings: Settings
}

/** Good for as long as a person needs to fetch a phone. */
const PENDING_MS = 5 * 60_000
const HOUR_MS = 3_600_000

/** The failed attempts under a name, held until this attempt is decided. */
export type Attempt = { readonly nameHash: Buffer; readonly guard: Guard }

/** Begins an attempt under a name: others on the same name wait until it is decided. */
export async function beginAttempt({ context }: SignInCall, signInName: string): Promise<Attempt> {
  const nameHash = hashOfName(signInName)
  return { nameHash, guard: await getGuardForUpdate(context.tx, nameHash) }
}

/** Whether the name is locked at this moment. */
export function isLockedOut({ context }: SignInCall, { guard }: Attempt): boolean {
  return isLocked(guard, context.now)
}

type Refusal = { readonly account: AccountRow | undefined; readonly method: string; readonly code: string }

/** Counts the attempt as failed, writes it down, and refuses: with the code, or because the name is now locked. */
export async function refuseAttempt(call: SignInCall, attempt: Attempt, refusal: Refusal): Promise<SignInStep> {
  const { context, settings } = call
  const rules = {
    failuresBeforeLock: settings['failures-before-lock'],
    lockMs: settings['lock-hours'] * HOUR_MS,
  }
  const guard = afterFailure(attempt.guard, context.now, rules)
  await saveGuard(context.tx, attempt.nameHash, guard)
  const lockedUntil = isLocked(guard, context.now) ? guard.lockedUntil : null
  const values: Record<string, number> = lockedUntil
    ? { hours: Math.ceil((lockedUntil.getTime() - context.now.getTime()) / HOUR_MS) }
    : {}
  return refuse(call, {
    ...refusal,
    nameHash: attempt.nameHash,
    code: lockedUntil ? 'identity/locked-out' : refusal.code,
    values,
  })
}

/** Writes down an attempt that is not counted against a name, and refuses it. */
export async function refuse(
  call: SignInCall,
  refusal: Refusal & { readonly nameHash?: Buffer; readonly values?: Record<string, number> },
): Promise<SignInStep> {
  await writeDown(call, { ...refusal, outcome: refusal.code })
  return { step: 'refused', code: refusal.code, values: refusal.values ?? {} }
}

type Proof = { readonly method: SessionMethod; readonly secondFactor: boolean }

/** After the first factor: a session, or the wish for the second factor when the account has one. */
export async function afterFirstFactor(call: SignInCall, account: AccountRow, proof: Proof): Promise<SignInStep> {
  const { context } = call
  const factors = await getFactors(context.tx, account.id)
  if (proof.secondFactor || (!factors.totp && factors.passkeys === 0)) return beginSession(call, account, proof)
  const pending = newSecret()
  await insertPending(context.tx, {
    tokenHash: hashOfSecret(pending),
    accountId: account.id,
    method: proof.method === 'oidc' ? 'oidc' : 'password',
    expiresAt: new Date(context.now.getTime() + PENDING_MS),
  })
  return {
    step: 'second-factor',
    pending,
    methods: [
      ...(factors.totp ? (['totp'] as const) : []),
      ...(factors.passkeys > 0 ? (['passkey'] as const) : []),
      ...(factors.totp ? (['recovery-code'] as const) : []),
    ],
  }
}

/**
 * Begins a session under a token made here and now, never one the browser brought; a session the browser had before ends.
 */
export async function beginSession(call: SignInCall, account: AccountRow, proof: Proof): Promise<SignInStep> {
  const { context, settings } = call
  const { tx, now } = context
  const before = context.actor
  if (before?.sessionId) {
    await endSessionsOf(tx, { accountId: before.id, sessionId: before.sessionId, reason: 'replaced', now })
  }
  const token = newSecret()
  const expiresAt = new Date(now.getTime() + settings['session-hours'] * HOUR_MS)
  await insertSession(tx, {
    id: context.newId(),
    accountId: account.id,
    tokenHash: hashOfSecret(token),
    method: proof.method,
    secondFactor: proof.secondFactor,
    address: context.client.address,
    userAgent: context.client.userAgent,
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
    lockedAt: null,
    endedAt: null,
    endReason: null,
  })
  // A passkey cannot be guessed, so it neither waits for a lock nor lifts it.
  if (proof.method !== 'passkey') {
    const nameHash = hashOfName(account.signInName)
    await getGuardForUpdate(tx, nameHash)
    await saveGuard(tx, nameHash, NO_FAILURES)
  }
  await writeDown(call, { account, method: proof.method, outcome: 'signed-in' })
  context.session.set(token, expiresAt)
  return { step: 'signed-in', state: await stateOfNew(call, account, expiresAt) }
}

async function stateOfNew({ context, settings }: SignInCall, account: AccountRow, expiresAt: Date) {
  const password = await findPassword(context.tx, account.id)
  const factors = await getFactors(context.tx, account.id)
  const facts = {
    kind: account.kind,
    lastSeenAt: context.now,
    lockedAt: null,
    expiresAt,
    mustChange: password?.mustChange ?? false,
    passwordChangedAt: password?.changedAt ?? null,
    hasSecondFactor: factors.totp || factors.passkeys > 0,
  }
  return sessionState(facts, context.now, settings)
}

/** The record a person sees under "my security", and the audit row; neither holds a secret. */
export async function writeDown(
  { context, endpoint }: Pick<SignInCall, 'context' | 'endpoint'>,
  {
    account,
    nameHash,
    method,
    outcome,
  }: {
    readonly account: AccountRow | undefined
    readonly nameHash?: Buffer
    readonly method: string
    readonly outcome: string
  },
): Promise<void> {
  const { tx, now, client, requestId } = context
  await insertSignInRecord(tx, {
    at: now,
    accountId: account?.id ?? null,
    nameHash: nameHash ?? (account ? hashOfName(account.signInName) : null),
    method,
    outcome,
    address: client.address,
    userAgent: client.userAgent,
  })
  const actor: Actor | null = account
    ? { id: account.id, kind: 'person', name: account.displayName, grants: [], sessionId: null }
    : null
  const input = account ? { accountId: account.id } : {}
  await writeAudit(tx, {
    endpoint,
    actor,
    input,
    outcome: outcome === 'signed-in' ? 'done' : outcome,
    at: now,
    requestId,
    client,
  })
}
