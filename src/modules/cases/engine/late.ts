import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { listLateReasons } from '../store/settings.ts'
import type { LateReasonRow } from '../store/tables.ts'
import type { Acting } from './acting.ts'

/** Nothing, or a problem when the code is not a reason for lateness of today. */
export async function requireLateReason({ tx, now }: Pick<Acting, 'tx' | 'now'>, code: string): Promise<void> {
  const known = await listLateReasons(tx, dayAt(now))
  if (!known.some((reason) => reason.code === code))
    throw new Problem('rule-broken', 'cases/unknown-late-reason', '', { values: { code } })
}

/** A reason as it is shown. */
export function shownReason({ code, nameVi, nameEn, validFrom, validTo }: LateReasonRow) {
  return { code, name: { vi: nameVi, en: nameEn }, validFrom, validTo }
}
