import { addDays, type Day, dayOf, officialDay } from './calendar.ts'

export const PERIOD_KINDS = ['month', 'quarter', 'half', 'nine-months', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** `number` counts within the year: month 1–12, quarter 1–4, half 1–2; nine-months and year have 1 only. */
export type Period = { readonly kind: PeriodKind; readonly year: number; readonly number: number }

/**
 * How a period's days are counted. `cut-off`: a period ends on `lastDay` of its last month and begins the day after the one
 * before ended (Decree 09/2019/NĐ-CP art. 12: the 14th; from 1 to 27 by local rule). `calendar`: whole months.
 */
export type PeriodRegime = { readonly kind: 'cut-off'; readonly lastDay: number } | { readonly kind: 'calendar' }

/** The regime of Decree 09/2019/NĐ-CP: months run from the 15th to the 14th. */
export const CUT_OFF: PeriodRegime = { kind: 'cut-off', lastDay: 14 }
export const CALENDAR: PeriodRegime = { kind: 'calendar' }

/** The regime of a name: as it is written in addresses, templates and contracts. */
export function regimeOf(name: 'cut-off' | 'calendar'): PeriodRegime {
  return name === 'calendar' ? CALENDAR : CUT_OFF
}

/** First and last day, both included. */
export type DayRange = { readonly from: Day; readonly to: Day }

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, 'nine-months': 9, year: 12 }
const COUNT: Record<PeriodKind, number> = { month: 12, quarter: 4, half: 2, 'nine-months': 1, year: 1 }

/** Whether the number exists in the kind and the year is one the calendar knows (1901 to 2198). */
export function isPeriod(period: Period): boolean {
  const { kind, year, number } = period
  const inYear = Number.isInteger(number) && number >= 1 && number <= COUNT[kind]
  return inYear && Number.isInteger(year) && year > 1900 && year < 2199
}

/** The days of a period under a regime. */
export function periodRange(period: Period, regime: PeriodRegime = CUT_OFF): DayRange {
  const last = period.number * MONTHS[period.kind]
  const before = last - MONTHS[period.kind]
  const to = endOfMonth(period.year, last, regime)
  const previous = before === 0 ? endOfMonth(period.year - 1, 12, regime) : endOfMonth(period.year, before, regime)
  return { from: addDays(previous, 1), to }
}

function endOfMonth(year: number, month: number, regime: PeriodRegime): Day {
  return dayOf(year, month, regime.kind === 'calendar' ? 31 : regime.lastDay)
}

/** The periods of a kind in a year, in order. */
export function periodsOfYear(kind: PeriodKind, year: number): readonly Period[] {
  return Array.from({ length: COUNT[kind] }, (_, index) => ({ kind, year, number: index + 1 }))
}

/**
 * The ways in which smaller periods tile this one without gap or overlap, the one with the fewest parts first: a year is
 * 2 halves, 9 months and a quarter, 4 quarters, or 12 months. A month has none.
 */
export function periodsTiling(period: Period): readonly (readonly Period[])[] {
  const last = period.number * MONTHS[period.kind]
  const before = last - MONTHS[period.kind]
  const inside = (kind: PeriodKind) =>
    periodsOfYear(kind, period.year).filter(
      (part) => (part.number - 1) * MONTHS[kind] >= before && part.number * MONTHS[kind] <= last,
    )
  const smaller = PERIOD_KINDS.slice(0, PERIOD_KINDS.indexOf(period.kind))
  const mixed = MIXED[period.kind].map((parts) => parts.map((part) => ({ ...part, year: period.year })))
  const even = smaller.map(inside).filter((parts) => monthsIn(parts) === MONTHS[period.kind])
  return [...even, ...mixed].toSorted((a, b) => a.length - b.length)
}

const MIXED: Record<PeriodKind, readonly (readonly Omit<Period, 'year'>[])[]> = {
  month: [],
  quarter: [],
  half: [],
  'nine-months': [
    [
      { kind: 'half', number: 1 },
      { kind: 'quarter', number: 3 },
    ],
  ],
  year: [
    [
      { kind: 'nine-months', number: 1 },
      { kind: 'quarter', number: 4 },
    ],
  ],
}

function monthsIn(periods: readonly Period[]): number {
  return periods.reduce((sum, period) => sum + MONTHS[period.kind], 0)
}

/** The period of the same kind just before; for nine months and years that is last year's. */
export function previousPeriod(period: Period): Period {
  return period.number > 1
    ? { ...period, number: period.number - 1 }
    : { ...period, year: period.year - 1, number: COUNT[period.kind] }
}

/** The period of the same kind just after. */
export function nextPeriod(period: Period): Period {
  return period.number < COUNT[period.kind]
    ? { ...period, number: period.number + 1 }
    : { ...period, year: period.year + 1, number: 1 }
}

/** The same period one year earlier. */
export function samePeriodLastYear(period: Period): Period {
  return { ...period, year: period.year - 1 }
}

/** The period of a kind in which a day falls; `null` for nine months when the day is in the fourth quarter. */
export function periodContaining(day: Day, kind: PeriodKind, regime: PeriodRegime = CUT_OFF): Period | null {
  const year = Number(day.slice(0, 4))
  const all = [year, year + 1].flatMap((candidate) => periodsOfYear(kind, candidate))
  return (
    all.find((period) => {
      const { from, to } = periodRange(period, regime)
      return from <= day && day <= to
    }) ?? null
  )
}

/** Short stable text: `2026-M11`, `2026-Q4`, `2026-H1`, `2023-9M`, `2026-Y`. */
export function periodKey({ kind, year, number }: Period): string {
  switch (kind) {
    case 'month':
      return `${year}-M${String(number).padStart(2, '0')}`
    case 'quarter':
      return `${year}-Q${number}`
    case 'half':
      return `${year}-H${number}`
    case 'nine-months':
      return `${year}-9M`
    case 'year':
      return `${year}-Y`
  }
}

const KEY = /^(\d{4})-(?:(9M|Y)|([MQH])(\d{1,2}))$/
const LETTERS: Record<string, PeriodKind> = { M: 'month', Q: 'quarter', H: 'half', '9M': 'nine-months', Y: 'year' }

/** The period of a key, or `null` when the text is none (`2026-Q5`, `2026-13`). */
export function parsePeriodKey(key: string): Period | null {
  const [, year, whole, letter, number] = KEY.exec(key) ?? []
  const kind = LETTERS[whole ?? letter ?? '']
  if (!kind) return null
  const period = { kind, year: Number(year), number: Number(number ?? 1) }
  return isPeriod(period) ? period : null
}

const ROMAN = ['', 'I', 'II', 'III', 'IV']
const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ')

/** What people call the period, `9 tháng năm 2023`; with a regime its days follow: `(15/12/2022–14/9/2023)`. */
export function periodLabel(period: Period, language: 'vi' | 'en' = 'vi', regime?: PeriodRegime): string {
  const name = language === 'vi' ? nameVi(period) : nameEn(period)
  return regime ? `${name} (${rangeLabel(periodRange(period, regime))})` : name
}

function nameVi({ kind, year, number }: Period): string {
  switch (kind) {
    case 'month':
      return `Tháng ${number} năm ${year}`
    case 'quarter':
      return `Quý ${ROMAN[number]} năm ${year}`
    case 'half':
      return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`
    case 'nine-months':
      return `9 tháng năm ${year}`
    case 'year':
      return `Năm ${year}`
  }
}

function nameEn({ kind, year, number }: Period): string {
  switch (kind) {
    case 'month':
      return `${MONTH_NAMES[number - 1]} ${year}`
    case 'quarter':
      return `Quarter ${number} of ${year}`
    case 'half':
      return `${number === 1 ? 'First' : 'Second'} half of ${year}`
    case 'nine-months':
      return `First nine months of ${year}`
    case 'year':
      return `Year ${year}`
  }
}

/** `15/12/2022–14/9/2023`. */
export function rangeLabel({ from, to }: DayRange): string {
  return `${officialDay(from)}–${officialDay(to)}`
}
