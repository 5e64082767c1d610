import type { Day } from './calendar.ts'
import {
  CUT_OFF,
  type PeriodKind,
  type PeriodRegime,
  parsePeriodKey,
  periodContaining,
  periodKey,
  periodLabel,
  periodRange,
  periodsOfYear,
  previousPeriod,
  rangeLabel,
} from './period.ts'
import type { Language } from './problem-messages.ts'

export type PeriodChoice = { readonly key: string; readonly label: string; readonly range: string }
type Offered = {
  readonly fromYear: number
  readonly today: Day
  readonly language: Language
  readonly regime?: PeriodRegime
}

/** The periods of one kind from a year on that have begun by today, in the order of time, with the days each means. */
export function periodChoices(
  kind: PeriodKind,
  { fromYear, today, language, regime = CUT_OFF }: Offered,
): readonly PeriodChoice[] {
  // From the middle of December on, next year's first periods run.
  const last = Number(today.slice(0, 4)) + 1
  return Array.from({ length: Math.max(0, last - fromYear + 1) }, (_, index) => fromYear + index)
    .flatMap((year) => periodsOfYear(kind, year))
    .map((period) => ({ period, range: periodRange(period, regime) }))
    .filter(({ range }) => range.from <= today)
    .map(({ period, range }) => ({
      key: periodKey(period),
      label: periodLabel(period, language),
      range: rangeLabel(range),
    }))
}

/** The same stretch of time in another kind: the period that holds the last day of this one; nine months hold no fourth quarter, its year's are meant. */
export function periodInKind(key: string, kind: PeriodKind, regime: PeriodRegime = CUT_OFF): string {
  const period = parsePeriodKey(key)
  if (!period) return key
  const { to } = periodRange(period, regime)
  return periodKey(periodContaining(to, kind, regime) ?? { kind, year: period.year, number: 1 })
}

/** The last `count` periods of the same kind up to this one, oldest first. */
export function periodsUpTo(key: string, count: number): readonly string[] {
  const last = parsePeriodKey(key)
  if (!last) return []
  const periods = [last]
  while (periods.length < count) periods.unshift(previousPeriod(periods[0] ?? last))
  return periods.map(periodKey)
}
