import { OFFICE_TIME_ZONE } from '#kernel/calendar.ts'

export { formatDay } from '#kernel/calendar.ts'

const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_TIME_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant (ISO text or Date) as `21/11/2026 14:05` in office time. */
export function formatMoment(instant: string | Date): string {
  return moment.format(new Date(instant)).replace(',', '')
}
