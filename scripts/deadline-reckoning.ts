/**
 * Deadlines reckoned a second way, deliberately naive: minute by minute or day by day, with date arithmetic and a list of holidays of
 * its own. It shares no code with the engine, so that the two can only agree by following the same rules.
 */
export type Date3 = { y: number; m: number; d: number }
type Moment = Date3 & { hh: number; mm: number }
export type Gap = { from: string; to: string | null }
type Added = { at: string; amount: number; unit: string; rule: string }
export type Case = {
  proves: string
  received: string
  amount: number
  unit: string
  rule: string
  pauses: Gap[]
  extensions: Added[]
  due: string | null
  remainingMinutes: number | null
  unconfirmed: boolean
}

const TET = 'Tết Nguyên đán'
/** Days off that fall on Monday to Friday; `?` marks what nobody has confirmed. */
export const OFF: Record<string, string> = {
  '2023-01-02': 'Nghỉ bù Tết Dương lịch',
  ...named(['2023-01-20', '2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26'], TET),
  ...named(['2023-05-01'], 'Ngày Quốc tế Lao động'),
  ...named(['2023-05-02', '2023-05-03'], 'Nghỉ bù'),
  ...named(['2023-09-01', '2023-09-04'], 'Quốc khánh'),
  '2024-01-01': 'Tết Dương lịch',
  ...named(['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'], TET),
  '2024-04-18': 'Giỗ Tổ Hùng Vương',
  '2024-04-29': 'Nghỉ hoán đổi',
  '2024-04-30': 'Ngày Chiến thắng',
  '2024-05-01': 'Ngày Quốc tế Lao động',
  ...named(['2024-09-02', '2024-09-03'], 'Quốc khánh'),
  '2025-01-01': 'Tết Dương lịch',
  ...named(['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'], TET),
  '2025-04-07': 'Giỗ Tổ Hùng Vương',
  '2025-04-30': 'Ngày Chiến thắng',
  '2025-05-01': 'Ngày Quốc tế Lao động',
  '2025-05-02': 'Nghỉ hoán đổi',
  ...named(['2025-09-01', '2025-09-02'], 'Quốc khánh'),
  '2026-01-01': 'Tết Dương lịch',
  '2026-01-02': 'Nghỉ hoán đổi',
  ...named(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'], TET),
  '2026-04-27': 'Nghỉ bù Giỗ Tổ Hùng Vương',
  '2026-04-30': 'Ngày Chiến thắng',
  '2026-05-01': 'Ngày Quốc tế Lao động',
  '2026-08-31': 'Nghỉ hoán đổi',
  ...named(['2026-09-01', '2026-09-02'], 'Quốc khánh'),
  '2026-11-24': 'Ngày Văn hóa Việt Nam',
  '2027-01-01': 'Tết Dương lịch',
  ...named(['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'], `?${TET}`),
  '2027-04-16': 'Giỗ Tổ Hùng Vương',
  '2027-04-30': 'Ngày Chiến thắng',
  '2027-05-03': 'Nghỉ bù Ngày Quốc tế Lao động',
  '2027-09-02': 'Quốc khánh',
  '2027-09-03': '?Quốc khánh',
  '2027-11-24': 'Ngày Văn hóa Việt Nam',
}
/** Saturdays worked instead of a day off. */
export const WORKED = ['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']
/** Minutes of the day: work from the first up to the second. */
const HOURS: [number, number][] = [
  [7 * 60 + 30, 11 * 60 + 30],
  [13 * 60, 17 * 60],
]
const IN_DAY = 15 * 60
export const LAST_CERTAIN_YEAR = 2026

function named(days: string[], name: string): Record<string, string> {
  return Object.fromEntries(days.map((day) => [day, name]))
}

// dates, by the rules of the calendar alone

const isLeap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
const lengthOf = (y: number, m: number) => [31, isLeap(y) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0

export function tomorrow({ y, m, d }: Date3): Date3 {
  if (d < lengthOf(y, m)) return { y, m, d: d + 1 }
  return m === 12 ? { y: y + 1, m: 1, d: 1 } : { y, m: m + 1, d: 1 }
}

/** 0 is Sunday (the rule of Sakamoto). */
function weekday({ y, m, d }: Date3): number {
  const year = m < 3 ? y - 1 : y
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][m - 1] ?? 0
  return (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + shift + d) % 7
}

const two = (value: number) => (value < 10 ? `0${value}` : `${value}`)
export const write = ({ y, m, d }: Date3) => `${y}-${two(m)}-${two(d)}`
const writeMoment = (moment: Moment) => `${write(moment)}T${two(moment.hh)}:${two(moment.mm)}`

export function read(text: string): Moment {
  const [y = 0, m = 0, d = 0, hh = 0, mm = 0] = text.split(/[-T:]/).map(Number)
  return { y, m, d, hh, mm }
}

function nextMinute(moment: Moment): Moment {
  if (moment.mm < 59) return { ...moment, mm: moment.mm + 1 }
  if (moment.hh < 23) return { ...moment, hh: moment.hh + 1, mm: 0 }
  return { ...tomorrow(moment), hh: 0, mm: 0 }
}

function isWorked(day: Date3): boolean {
  const text = write(day)
  if (WORKED.includes(text)) return true
  if (OFF[text] !== undefined) return false
  return weekday(day) >= 1 && weekday(day) <= 5
}

function isWork(moment: Moment): boolean {
  const minute = moment.hh * 60 + moment.mm
  return isWorked(moment) && HOURS.some(([from, to]) => minute >= from && minute < to)
}

/** The day of the first working minute at or after a moment. */
function firstWorkDay(text: string): string {
  let moment = read(text)
  while (!isWork(moment)) moment = nextMinute(moment)
  return write(moment)
}

// the rules

const paused = (at: string, gaps: Gap[]) => gaps.some(({ from, to }) => at >= from && (to === null || at < to))

type Result = { due: string | null; remaining: number | null; until: string }

/** The hour rule: every minute in which people work and nothing is awaited is one minute of the term. */
function byMinutes(one: Pick<Case, 'received' | 'pauses' | 'extensions'>, minutes: number): Result {
  let needed = minutes
  for (const added of one.extensions) needed += added.amount * (added.unit === 'working-hours' ? 60 : 480)
  const never = one.pauses.find(({ to }) => to === null)?.from
  let moment = read(one.received)
  for (;;) {
    const text = writeMoment(moment)
    if (text === never) return { due: null, remaining: needed, until: text }
    if (isWork(moment) && !paused(text, one.pauses)) needed--
    moment = nextMinute(moment)
    if (needed === 0) return { due: writeMoment(moment), remaining: null, until: writeMoment(moment) }
  }
}

/**
 * The day rule: working days after the day of receipt are counted, but for those after the day a pause began, up to and with the day
 * it ended; due at the first close at which the count is full and nothing is awaited.
 */
function byWorkingDays(one: Pick<Case, 'received' | 'pauses' | 'extensions'>, days: number): Result {
  const needed = one.extensions.reduce((sum, added) => sum + added.amount, days)
  const gaps = one.pauses.map(({ from, to }) => ({
    from: firstWorkDay(from),
    to: to === null ? null : firstWorkDay(to),
  }))
  const first = firstWorkDay(one.received)
  return overDays(first, needed, gaps, one.pauses, (day) => isWorked(day))
}

/** Calendar days: all days are counted in the same way; the end waits for a day on which people work. */
function byCalendarDays(one: Pick<Case, 'received' | 'pauses' | 'extensions'>, days: number): Result {
  const gaps = one.pauses.map(({ from, to }) => ({ from: from.slice(0, 10), to: to?.slice(0, 10) ?? null }))
  return overDays(one.received.slice(0, 10), days, gaps, one.pauses, () => true)
}

function overDays(first: string, needed: number, gaps: Gap[], real: Gap[], counts: (day: Date3) => boolean): Result {
  let count = 0
  const never = real.find(({ to }) => to === null)?.from
  for (let day: Date3 = read(first); ; day = tomorrow(day)) {
    const text = write(day)
    const inGap = gaps.some(({ from, to }) => text > from && (to === null || text <= to))
    if (text > first && !inGap && counts(day)) count++
    const close = `${text}T17:00`
    const waits = gaps.some(({ from, to }) => text >= from && (to === null || text < to))
    if (count >= needed && isWorked(day) && !waits) return { due: close, remaining: null, until: close }
    if (never !== undefined && text >= never.slice(0, 10)) return { due: null, remaining: null, until: never }
  }
}

function afterMonths(received: string, months: number): number {
  const start = read(received)
  let [y, m] = [start.y, start.m]
  for (let step = 0; step < months; step++) [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1]
  const end = write({ y, m, d: Math.min(start.d, lengthOf(y, m)) })
  let days = 0
  for (let day: Date3 = start; write(day) < end; day = tomorrow(day)) days++
  return days
}

function inDayTerm(received: string): number {
  const moment = read(received)
  const late = isWorked(moment) && moment.hh * 60 + moment.mm >= IN_DAY
  return late && moment.hh < 17 ? 1 : 0
}

export function reckon(one: Omit<Case, 'due' | 'remainingMinutes' | 'unconfirmed'>): Case {
  const result = ((): Result => {
    if (one.unit === 'working-hours') return byMinutes(one, Math.round(one.amount * 60))
    if (one.unit === 'working-days' && one.rule === 'hours') return byMinutes(one, Math.round(one.amount * 480))
    if (one.unit === 'working-days') return byWorkingDays(one, one.amount)
    if (one.unit === 'in-day') return byWorkingDays(one, inDayTerm(one.received))
    return byCalendarDays(one, one.unit === 'months' ? afterMonths(one.received, one.amount) : one.amount)
  })()
  let unconfirmed = false
  for (let day: Date3 = read(one.received); write(day) <= result.until.slice(0, 10); day = tomorrow(day)) {
    const off = OFF[write(day)]
    if (off === undefined ? day.y > LAST_CERTAIN_YEAR : off.startsWith('?')) unconfirmed = true
  }
  return { ...one, due: result.due, remainingMinutes: result.remaining, unconfirmed }
}
