import { OFFICE_TIME_ZONE } from '#kernel/calendar.ts'

const shown = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_TIME_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant as `21/11/2026 14:05` in office time, in both languages. */
export function momentText(instant: string | Date): string {
  return shown.format(new Date(instant)).replace(',', '')
}
