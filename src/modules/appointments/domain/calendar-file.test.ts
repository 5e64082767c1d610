import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarEvent, calendarFile, spanOf } from './calendar-file.ts'

const EVENT: CalendarEvent = {
  uid: '01990000-0000-7000-8000-000000000001@lich-hen.haidang',
  sequence: 0,
  stamp: new Date('2026-11-27T01:02:03Z'),
  ...spanOf({ day: '2026-12-01', at: '08:00', minutes: 30 }),
  summary: 'Lịch hẹn: Đăng ký khai sinh',
  description: 'Mã LH-ABC234; đến đúng giờ,\nmang giấy tờ',
  location: 'Bộ phận Một cửa, Phường Vũng Tàu',
  organiser: { name: 'Phường "Vũng Tàu"', url: 'https://dichvu.example/dich-vu' },
  cancelled: false,
}

/** The lines of a file as a calendar reads them: pieces put together again. */
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)

test('the office clock is written in UTC, and text keeps its commas', () => {
  const lines = unfolded(calendarFile(EVENT))
  expect(lines).toContain('DTSTART:20261201T010000Z')
  expect(lines).toContain('DTEND:20261201T013000Z')
  expect(lines).toContain('METHOD:PUBLISH')
  expect(lines).toContain('LOCATION:Bộ phận Một cửa\\, Phường Vũng Tàu')
  expect(lines).toContain('DESCRIPTION:Mã LH-ABC234\\; đến đúng giờ\\,\\nmang giấy tờ')
  expect(lines).toContain('ORGANIZER;CN="Phường  Vũng Tàu ":https://dichvu.example/dich-vu')
})

test('a cancelled appointment takes the event out of the calendar', () => {
  const lines = unfolded(calendarFile({ ...EVENT, cancelled: true, sequence: 2 }))
  expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'SEQUENCE:2', 'STATUS:CANCELLED']))
})

test('whatever the words, every line ends with CRLF, has at most 75 bytes, and nothing typed becomes a property', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary' }), (text, name) => {
      const typed = `${text}\r\nATTENDEE:evil`
      const file = calendarFile({ ...EVENT, summary: typed, organiser: { name, url: EVENT.organiser.url } })
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const lines = unfolded(file)
      expect(lines).toHaveLength(unfolded(calendarFile(EVENT)).length)
      expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([])
    }),
  )
})
