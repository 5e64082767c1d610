import type { Facts } from './facts.ts'
import type { Fault } from './read-record.ts'

/**
 * `arrived`: to be looked at · `taken-in`: a case was made of it · `waiting`: tells of a dossier whose filing has not come yet ·
 * `for-hand`: tells something new of a case that is there, for a person to act on · `quarantine`: cannot be taken in, with the reason ·
 * `settled`: a person dealt with it.
 */
export const INCOMING_STATES = ['arrived', 'taken-in', 'waiting', 'for-hand', 'quarantine', 'settled'] as const
export type IncomingState = (typeof INCOMING_STATES)[number]

export type Verdict = {
  readonly state: Exclude<IncomingState, 'arrived' | 'settled'>
  /** A code with words in both languages. */
  readonly reason: string | null
  readonly faults: readonly Fault[]
}

/** New filings come in this state (Mới đăng ký). */
const NEW = 1

/** What to do with what the portal told: `file` it as a case, or a verdict at once. */
export function judge(
  read: { readonly facts?: Facts; readonly faults: readonly Fault[] },
  known: { readonly isCase: boolean; readonly isCode: boolean },
): 'file' | Verdict {
  const { facts, faults } = read
  if (!facts) return { state: 'quarantine', reason: 'exchange/unreadable-record', faults }
  if (known.isCase) return { state: 'for-hand', reason: 'exchange/told-again', faults: [] }
  if (facts.state !== NEW) return { state: 'waiting', reason: 'exchange/filing-not-there', faults: [] }
  if (!known.isCode) return { state: 'quarantine', reason: 'cases/bad-case-code', faults: [] }
  return 'file'
}
