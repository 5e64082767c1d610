/** A calendar day as text, `2026-11-21`: comparable with `<`, without a time zone. */
export type Day = string

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** The platform's office time zone: UTC+7 all year, no daylight saving. */
export const OFFICE_TIME_ZONE = 'Asia/Ho_Chi_Minh'
const OFFICE_OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

/** Whether the text is a day that exists, from year 1900 to 2199. */
export function isDay(text: string): text is Day {
  if (!SHAPE.test(text)) return false
  const year = Number(text.slice(0, 4))
  if (year < 1900 || year > 2199) return false
  return dayFromNumber(numberFromDay(text)) === text
}

/** The day on which an instant falls in the office time zone (at 06:00 in Hà Nội it is still yesterday in UTC). */
export function dayAt(instant: Date): Day {
  return new Date(instant.getTime() + OFFICE_OFFSET_MS).toISOString().slice(0, 10)
}

/** The instant at which a day begins in the office time zone. */
export function startOfDay(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFICE_OFFSET_MS)
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(numberFromDay(day) + count)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberFromDay(to) - numberFromDay(from)
}

/** The day of a year, month (1–12) and day of month; a day past the month's end becomes its last day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const text = (value: number, width: number) => String(value).padStart(width, '0')
  return `${text(year, 4)}-${text(month, 2)}-${text(Math.min(dayOfMonth, last), 2)}`
}

/** `2026-11-21` as `21/11/2026`, in both languages. */
export function formatDay(day: Day): string {
  return day.split('-').toReversed().join('/')
}

/** Days since 1970-01-01. */
export function numberFromDay(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

function dayFromNumber(number: number): Day {
  return Number.isFinite(number) ? new Date(number * DAY_MS).toISOString().slice(0, 10) : ''
}
