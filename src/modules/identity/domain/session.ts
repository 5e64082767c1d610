import type { Settings } from './settings.ts'

export const ACCOUNT_KINDS = ['personal', 'service', 'administrator', 'break-glass'] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

/** What a session may do: everything the account may, or only mend what is wanting. */
export const SESSION_STATES = ['signed-in', 'locked', 'must-change-password', 'must-enrol', 'anonymous'] as const
export type SessionState = (typeof SESSION_STATES)[number]

/** Accounts that administer, whatever roles they hold. */
export function isPrivileged(kind: AccountKind): boolean {
  return kind === 'administrator' || kind === 'break-glass'
}

/** Whether the account has to have a second factor. Legal basis: tcvn-14423, level 3: administrators always. */
export function needsSecondFactor(kind: AccountKind, settings: Settings): boolean {
  return isPrivileged(kind) || settings['second-factor-for-all'] === 1
}

/** After how long without a person's act a session locks. */
export function idleLockMs(kind: AccountKind, settings: Settings): number {
  return 60_000 * settings[isPrivileged(kind) ? 'idle-lock-minutes-administrator' : 'idle-lock-minutes']
}

export type SessionFacts = {
  readonly kind: AccountKind
  readonly lastSeenAt: Date
  readonly lockedAt: Date | null
  readonly expiresAt: Date
  readonly mustChange: boolean
  /** null: the account has no password (it signs in by passkey or by another provider). */
  readonly passwordChangedAt: Date | null
  readonly hasSecondFactor: boolean
}

/** The state of a session at an instant. Locked comes first: whoever is not there can mend nothing. */
export function sessionState(facts: SessionFacts, now: Date, settings: Settings): SessionState {
  if (now >= facts.expiresAt) return 'anonymous'
  const idle = now.getTime() - facts.lastSeenAt.getTime() >= idleLockMs(facts.kind, settings)
  if (facts.lockedAt !== null || idle) return 'locked'
  if (facts.passwordChangedAt !== null) {
    const days = settings[isPrivileged(facts.kind) ? 'password-days-administrator' : 'password-days']
    const stale = days > 0 && now.getTime() - facts.passwordChangedAt.getTime() >= days * 86_400_000
    if (facts.mustChange || stale) return 'must-change-password'
  }
  if (needsSecondFactor(facts.kind, settings) && !facts.hasSecondFactor) return 'must-enrol'
  return 'signed-in'
}
