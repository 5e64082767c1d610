import { OFFICE_TIME_ZONE } from '#kernel/calendar.ts'

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: OFFICE_TIME_ZONE, dateStyle: 'short', timeStyle: 'medium' })

/** The instant as offices read it: `22/11/2026 09:08`. */
export function officeMoment(at: Date): string {
  const [day = '', time = ''] = CLOCK.format(at).split(' ')
  return `${day.split('-').toReversed().join('/')} ${time.slice(0, 5)}`
}

/** The instant as a wall clock in an office shows it, in the form of XML: `2026-11-22T09:08:00`. */
export function officeClock(at: Date): string {
  return CLOCK.format(at).replace(' ', 'T')
}
