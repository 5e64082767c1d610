import type { Day } from '#kernel/calendar.ts'
import {
  CALENDAR,
  CUT_OFF,
  type Period,
  type PeriodKind,
  parsePeriodKey,
  periodContaining,
  periodKey,
  periodLabel,
  periodRange,
  periodsOfYear,
  previousPeriod,
  rangeLabel,
} from '#kernel/period.ts'
import type { Regime } from '../domain/words.ts'

type Language = 'vi' | 'en'

/** How the module's word for a regime counts days. */
export function regimeOf(regime: Regime) {
  return regime === 'calendar' ? CALENDAR : CUT_OFF
}

/** The periods of one kind in the order of time, with the days each means, up to the one that holds `today`. */
export function periodOptions(
  kind: PeriodKind,
  { from, today, regime, language }: { from: number; today: Day; regime: Regime; language: Language },
) {
  const last = Number(today.slice(0, 4)) + 1
  const years = Array.from({ length: Math.max(1, last - from + 1) }, (_, index) => from + index)
  return years
    .flatMap((year) => periodsOfYear(kind, year))
    .filter((period) => periodRange(period, regimeOf(regime)).from <= today)
    .map((period) => ({
      key: periodKey(period),
      label: periodLabel(period, language),
      range: rangeLabel(periodRange(period, regimeOf(regime))),
    }))
}

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

/** The same stretch of time in another kind: the period of that kind that holds the last day of this one, or the one before. */
export function periodInKind(key: string, kind: PeriodKind, regime: Regime): string {
  const period = parsePeriodKey(key)
  if (!period) return key
  const rule = regimeOf(regime)
  const { to } = periodRange(period, rule)
  return periodKey(periodContaining(to, kind, rule) ?? lastClosedPeriod(kind, to, regime))
}

/** The last `count` periods of the same kind, this one last. */
export function periodsUpTo(key: string, count: number): readonly string[] {
  const last = parsePeriodKey(key)
  if (!last) return []
  const periods = [last]
  while (periods.length < count) periods.unshift(previousPeriod(periods[0] ?? last))
  return periods.map(periodKey)
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

/** How many whole days are left until a day; negative when it is over. */
export function daysUntil(day: Day, today: Day): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
}
