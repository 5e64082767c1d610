import type { Day } from '#kernel/calendar.ts'
import { firstVersion, lastVersion, type Structure } from './structure.ts'

export type Span = { readonly validFrom: Day; readonly validTo: Day | null }

/** Whether two stretches of time share a day. */
export function overlaps(a: Span, b: Span): boolean {
  return (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo)
}

/** Whether the unit exists on every day of the span. */
export function livesThrough(structure: Structure, unitId: string, span: Span): boolean {
  const first = firstVersion(structure, unitId)
  const last = lastVersion(structure, unitId)
  if (!first || !last || span.validFrom < first.validFrom) return false
  return last.validTo === null || (span.validTo !== null && span.validTo <= last.validTo)
}

/** How a delegation stands on a day. */
export function delegationState(
  { validFrom, validTo, revokedAt }: { validFrom: Day; validTo: Day; revokedAt: Date | null },
  day: Day,
): 'to-come' | 'in-force' | 'over' | 'revoked' {
  if (revokedAt !== null) return 'revoked'
  if (day < validFrom) return 'to-come'
  return day < validTo ? 'in-force' : 'over'
}
