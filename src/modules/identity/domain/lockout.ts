/** What is remembered of failed attempts under one sign-in name. */
export type Guard = {
  readonly failures: number
  readonly lastFailureAt: Date | null
  readonly lockedUntil: Date | null
}

export type LockoutRules = { readonly failuresBeforeLock: number; readonly lockMs: number }

export const NO_FAILURES: Guard = { failures: 0, lastFailureAt: null, lockedUntil: null }

/** Whether attempts under this name are refused at this moment, right or wrong. */
export function isLocked(guard: Guard, now: Date): boolean {
  return guard.lockedUntil !== null && now < guard.lockedUntil
}

/**
 * The guard after one more failed attempt: at the allowed number it locks.
 * A lock that has run out, and failures older than a lock lasts, no longer count. An attempt while locked changes nothing:
 * hammering on a locked name does not keep its owner out for longer.
 */
export function afterFailure(guard: Guard, now: Date, rules: LockoutRules): Guard {
  if (isLocked(guard, now)) return guard
  const forgotten =
    guard.lockedUntil !== null ||
    (guard.lastFailureAt !== null && now.getTime() - guard.lastFailureAt.getTime() >= rules.lockMs)
  const failures = (forgotten ? 0 : guard.failures) + 1
  const lockedUntil = failures >= rules.failuresBeforeLock ? new Date(now.getTime() + rules.lockMs) : null
  return { failures, lastFailureAt: now, lockedUntil }
}
