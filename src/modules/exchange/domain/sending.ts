import type { Variant } from './profile.ts'

/**
 * What is sent of an act, in this order. `code`: a dossier code is asked of the portal · `files`: papers and results go up · `record`:
 * the dossier in full · `progress`: the act as a step of the handling · `status`: state and result.
 */
export const PARTS = ['code', 'files', 'record', 'progress', 'status'] as const
export type Part = (typeof PARTS)[number]

/** `left-out`: a person decided that it is not sent. */
export const OUTGOING_STATES = ['queued', 'waiting', 'parked', 'sent', 'left-out'] as const
export type OutgoingState = (typeof OUTGOING_STATES)[number]

/** Which parts an act is told by. The first of a case makes the dossier known. */
export function partsOf(variant: Variant, isFirst: boolean): readonly Part[] {
  if (variant === 'one-shot') return ['record', 'progress']
  return isFirst ? ['code', 'files', 'record', 'progress', 'status'] : ['files', 'progress', 'status']
}

/** The parts a way of speaking does not know: queued under the other one, they are nothing to send. */
export const NOT_SPOKEN: Readonly<Record<Variant, readonly Part[]>> = {
  'one-shot': ['code', 'files', 'status'],
  'flow-2026': [],
}

/** Where a part stands among those of its case. */
export function placeOf(part: Part): number {
  return PARTS.indexOf(part) + 1
}

/** What came of a call. `code` says why, never with what was sent. */
export type Outcome =
  | { readonly kind: 'taken' }
  /** The portal read it and will not have it. */
  | { readonly kind: 'refused'; readonly code: string }
  /** It answered what nobody understands: it may have taken it. */
  | { readonly kind: 'unreadable'; readonly code: string }
  /** It is not there, busy, or does not know us: no fault of what is sent. */
  | { readonly kind: 'away'; readonly code: string; readonly retryAfterSeconds: number | null }

export type Attempt = { readonly attempts: number }
export type AfterAttempt = {
  readonly state: OutgoingState
  readonly attempts: number
  readonly nextAt: Date
  readonly lastError: string | null
  readonly sentAt: Date | null
}

/** After so many answers against it something is parked for a person; that the portal is away never counts. */
export const MOST_ATTEMPTS = 6
const MINUTE_MS = 60_000

/** What becomes of something that was sent. */
export function afterSending({ attempts: before }: Attempt, outcome: Outcome, now: Date): AfterAttempt {
  if (outcome.kind === 'taken')
    return { state: 'sent', attempts: before + 1, nextAt: now, lastError: null, sentAt: now }
  const rest = { lastError: outcome.code, sentAt: null }
  if (outcome.kind === 'away') return { ...rest, state: 'waiting', attempts: before, nextAt: now }
  const attempts = before + 1
  const wait = Math.min(60, 2 ** (attempts - 1)) * MINUTE_MS
  return {
    ...rest,
    state: attempts >= MOST_ATTEMPTS ? 'parked' : 'waiting',
    attempts,
    nextAt: new Date(now.getTime() + wait),
  }
}

/** How long a portal that is away is left alone: 5 s, 10 s, 20 s … at most five minutes, or as long as it asked for, at most an hour. */
export function pauseSeconds(failures: number, retryAfterSeconds: number | null): number {
  const own = Math.min(300, 5 * 2 ** Math.max(0, failures - 1))
  return Math.max(own, Math.min(3600, retryAfterSeconds ?? 0))
}

/** How far a case is known nationally, from what is left to send of it and what comparing said; null: nothing was ever to be sent. */
export function syncOf(about: {
  readonly parked: number
  readonly open: number
  readonly sent: number
  /** The latest act was compared and agrees. */
  readonly agrees: boolean
}): 'failed' | 'pending' | 'confirmed' | 'sent' | 'none' {
  if (about.parked > 0) return 'failed'
  if (about.open > 0) return 'pending'
  if (about.sent === 0) return 'none'
  return about.agrees ? 'confirmed' : 'sent'
}
