import type { Day } from '#kernel/calendar.ts'
import {
  type Period,
  type PeriodKind,
  parsePeriodKey,
  periodContaining,
  periodLabel,
  periodRange,
  previousPeriod,
  regimeOf,
} from '#kernel/period.ts'
import type { Regime } from '../domain/words.ts'

type Language = 'vi' | 'en'

/** The last period of the kind that is over on the day. */
export function lastClosedPeriod(kind: PeriodKind, today: Day, regime: Regime): Period {
  const rule = regimeOf(regime)
  const current = periodContaining(today, kind, rule)
  if (current) return previousPeriod(current)
  // The fourth quarter has no nine months: this year's are over.
  const year = Number(periodContaining(today, 'year', rule)?.year ?? today.slice(0, 4))
  return { kind, year, number: 1 }
}

/** The kind of the period a key names; nine months when it names none. */
export function kindOfPeriod(key: string): PeriodKind {
  return parsePeriodKey(key)?.kind ?? 'nine-months'
}

/** The day to look a period's units up on: its last. */
export function lastDayOf(key: string, regime: Regime): Day | null {
  const period = parsePeriodKey(key)
  return period && periodRange(period, regimeOf(regime)).to
}

/** `Tháng 11 năm 2026 (15/10/2026–14/11/2026)`: what a table of the period says above it. */
export function periodWithDays(key: string, regime: Regime, language: Language): string {
  const period = parsePeriodKey(key)
  return period ? periodLabel(period, language, regimeOf(regime)) : key
}
