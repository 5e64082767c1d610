import { percentOf, roundHalfUp } from '#kernel/number.ts'

// The formulas of the 766 index over facts (decision-766). Every count is of one unit with all below it; a null is a fact that the platform
// has no source for, and then nothing is computed.

/** A value in per cent with two decimals and its two counts; `percent` null: the denominator is 0, or a fact is missing. */
export type Value = {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly percent: number | null
}
type Count = number | null
export const UNKNOWN: Value = { numerator: null, denominator: null, percent: null }

/**
 * The plain form, numerator ÷ denominator. So are 1.1–1.3 (decided in time, published in time, with all seven parts), 3.1 and 3.2 (procedures
 * with an online service ÷ in competence; services with an online case ÷ services), 3.5 (procedures whose cases had a fee ÷ with a fee),
 * 3.6 (cases paid online ÷ with a fee), 4.1–4.5 (electronic results, digitised, reused, from national stores, with population data) and
 * 5.1–5.3 (feedback of citizens by kind, in time, content).
 */
export function share(numerator: Count, denominator: Count): Value {
  if (numerator === null || denominator === null) return UNKNOWN
  const percent = percentOf(numerator, denominator, 2)
  return { numerator, denominator, percent: percent && Number(percent.units) / 10 ** percent.scale }
}

/** 1.4: synchronised ÷ the larger of what both systems received; without either, last year's part of the year. */
export function synchronised(facts: {
  readonly synced: Count
  /** By the national reporting system; null when it is not known. */
  readonly receivedNational: Count
  readonly receivedPortal: Count
  /** Last year's total, and how many such periods a year has (12, 4, 1). */
  readonly lastYear?: { readonly total: number; readonly periods: number }
}): Value {
  const { synced, receivedNational, receivedPortal, lastYear } = facts
  const received = Math.max(receivedNational ?? 0, receivedPortal ?? 0)
  if (received > 0) return share(synced, received)
  if (lastYear) return share(synced, lastYear.total / lastYear.periods)
  return { numerator: synced, denominator: 0, percent: synced === null ? null : 0 }
}

/** 2.1: finished in time and still open in time ÷ received or handled in the period. */
export function inTime(facts: {
  readonly early: number
  readonly onTime: number
  readonly openInTime: number
  readonly all: number
}): Value {
  return share(facts.early + facts.onTime + facts.openInTime, facts.all)
}

/** 3.3: online cases with an electronic result where one is written ÷ received, times the part that is synchronised (1.4). */
export function filedOnline(facts: {
  readonly onlineWhole: number
  readonly received: number
  readonly synced: Value
}): Value {
  const { onlineWhole, received, synced } = facts
  const plain = share(onlineWhole, received)
  if (plain.percent === null || synced.numerator === null || !synced.denominator) return { ...plain, percent: null }
  // Multiplied before rounding: 400/1000 × 900/1000 is 36.00.
  return { ...plain, percent: roundHalfUp((onlineWhole / received) * (synced.numerator / synced.denominator) * 100, 2) }
}

/** 5.4: 100 − (late + disliked or complained of), each as a part of the finished. */
export function contentWithCases(facts: {
  readonly finished: number
  readonly late: number
  readonly disliked: Count
}): Value {
  const { finished, late, disliked } = facts
  if (disliked === null) return UNKNOWN
  return share(finished - late - disliked, finished)
}
