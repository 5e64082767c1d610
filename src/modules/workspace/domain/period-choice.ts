import type { Day } from '#kernel/calendar.ts'
import {
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

type Choice = { readonly key: string; readonly label: string; readonly range: string }

/** The periods of one kind from `fromYear` on that have begun by `today`, in the order of time. */
export function periodChoices(
  kind: PeriodKind,
  fromYear: number,
  today: Day,
  language: 'vi' | 'en',
): readonly Choice[] {
  const last = Number(today.slice(0, 4)) + 1
  return Array.from({ length: Math.max(0, last - fromYear + 1) }, (_, index) => fromYear + index)
    .flatMap((year) => periodsOfYear(kind, year))
    .filter((period) => periodRange(period).from <= today)
    .map((period) => ({
      key: periodKey(period),
      label: periodLabel(period, language),
      range: rangeLabel(periodRange(period)),
    }))
}

/** The period of another kind that ends last within this one's days or holds its last day: where to go when the kind is changed. */
export function inKind(key: string, kind: PeriodKind): string {
  const period = parsePeriodKey(key)
  if (!period) return key
  const { to } = periodRange(period)
  return periodKey(periodContaining(to, kind) ?? { kind, year: period.year, number: 1 })
}

/** The last `count` periods of the same kind up to this one, oldest first. */
export function periodsUpTo(key: string, count: number): readonly string[] {
  const last = parsePeriodKey(key)
  if (!last) return []
  const periods: Period[] = [last]
  while (periods.length < count) periods.unshift(previousPeriod(periods[0] ?? last))
  return periods.map(periodKey)
}
