/** A calendar day as text, `2026-11-21`: comparable with `<`, without a time zone. */
export type Day = string

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** How far offices are ahead of UTC: Vietnam keeps one time all year. */
export const OFFICE_OFFSET_MS = 7 * 3_600_000
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
  return officeClock(instant).slice(0, 10)
}

/** An instant as the clock and calendar of an office show it, to the second: `2026-11-21T14:05:09`. */
export function officeClock(instant: Date): string {
  return new Date(instant.getTime() + OFFICE_OFFSET_MS).toISOString().slice(0, 19)
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

/** An instant (ISO text or Date) as `21/11/2026 14:05` in office time, in both languages. */
export function formatMoment(instant: string | Date): string {
  const [day = '', time = ''] = officeClock(new Date(instant)).split('T')
  return `${formatDay(day)} ${time.slice(0, 5)}`
}

/** `01/7/2025`, as documents write a day: below 10 and in the months 1 and 2 with a leading zero (Decree 30/2020, annex I). */
export function officialDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${date}/${officialMonth(month)}/${year}`
}

/** `ngày 05 tháng 10 năm 2026`, as documents write a day in full. */
export function officialDayInWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `ngày ${date} tháng ${officialMonth(month)} năm ${year}`
}

/** `5 October 2026`. */
export function englishDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${englishMonth(Number(month))} ${year}`
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The name of a month (1–12). */
export const englishMonth = (month: number): string => MONTHS[month - 1] ?? ''

function officialMonth(month: string): string {
  return Number(month) <= 2 ? month : String(Number(month))
}

/** Days since 1970-01-01. */
export function numberFromDay(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

function dayFromNumber(number: number): Day {
  return Number.isFinite(number) ? new Date(number * DAY_MS).toISOString().slice(0, 10) : ''
}
