import { type Day, startOfDay } from '#kernel/calendar.ts'
import { minuteOfClock } from '#kernel/work-time/clock.ts'

/** What a calendar is told of an appointment: nothing of who comes. */
export type CalendarEvent = {
  readonly uid: string
  readonly sequence: number
  readonly stamp: Date
  readonly from: Date
  readonly to: Date
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly organiser: { readonly name: string; readonly url: string }
  readonly cancelled: boolean
}

/** The instants between which an appointment lies. */
export function spanOf({ day, at, minutes }: { readonly day: Day; readonly at: string; readonly minutes: number }) {
  const from = new Date(startOfDay(day).getTime() + minuteOfClock(at) * 60_000)
  return { from, to: new Date(from.getTime() + minutes * 60_000) }
}

/** The appointment as an iCalendar file (RFC 5545; methods of RFC 5546): instants in UTC, lines of at most 75 bytes ended by CRLF. */
export function calendarFile(event: CalendarEvent): string {
  const { cancelled, organiser } = event
  const alarm = [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.summary)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
  ]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hai Dang//Lich hen//VI',
    'CALSCALE:GREGORIAN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `DTSTART:${utc(event.from)}`,
    `DTEND:${utc(event.to)}`,
    `ORGANIZER;CN="${organiser.name.replaceAll(/[\p{Cc}"]/gu, ' ')}":${organiser.url}`,
    `SUMMARY:${escaped(event.summary)}`,
    `LOCATION:${escaped(event.location)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(cancelled ? [] : alarm),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((text) => `${folded(text)}\r\n`).join('')
}

const utc = (instant: Date): string => `${instant.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`

/** Text as a value: commas, semicolons, backslashes and breaks mean something in the format. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[,;]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ')
}

const LONGEST_BYTES = 75

/** A line in pieces of at most 75 bytes, never within a letter; each but the first begins with a space. */
function folded(text: string): string {
  const pieces: string[] = ['']
  let bytes = 0
  for (const letter of text) {
    const size = sizeOf(letter)
    if (bytes + size > LONGEST_BYTES) {
      pieces.push('')
      bytes = 1
    }
    pieces[pieces.length - 1] += letter
    bytes += size
  }
  return pieces.join('\r\n ')
}

function sizeOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
