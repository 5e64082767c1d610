import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CALENDAR, CUT_OFF, PERIOD_KINDS, periodRange, periodsOfYear } from '#kernel/period.ts'
import { gathered, keptValues, periodOfDays } from './activity.ts'

test('keeps what names a thing and drops what tells of a person', () => {
  const payload = {
    reportId: 'r',
    unitId: 'u',
    period: '2023-9M',
    number: '312/BC-UBND',
    version: 2,
    code: 'I.01',
    comment: 'Ông A nói',
    name: 'Nguyễn Văn A',
    unitIds: ['u'],
    seal: 'abc',
  }
  expect(keptValues(payload)).toEqual({
    reportId: 'r',
    unitId: 'u',
    period: '2023-9M',
    number: '312/BC-UBND',
    version: 2,
    code: 'I.01',
  })
})

test('whatever an event carries, only short texts and finite numbers are kept', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('unitId', 'code', 'number')), fc.anything()),
      (payload) => {
        for (const value of Object.values(keptValues(payload))) {
          expect(typeof value === 'string' ? value.length <= 200 : Number.isFinite(value)).toBe(true)
        }
      },
    ),
  )
})

test('a run of the same thing is told once, with its number; another unit, another event or a pause begins a new line', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, 60 - minute)).toISOString()
  const one = (event: string, minute: number, unit: string | null = null) => ({
    event,
    at: at(minute),
    unit: unit === null ? null : { id: unit },
  })
  const list = [
    one('a', 0),
    one('a', 5),
    one('a', 14),
    one('a', 30),
    one('b', 31),
    one('b', 31, 'u'),
    one('b', 32, 'u'),
  ]
  expect(gathered(list).map(({ first, count }) => [first.event, first.unit?.id, count])).toEqual([
    ['a', undefined, 3],
    ['a', undefined, 1],
    ['b', undefined, 1],
    ['b', 'u', 2],
  ])
})

test('gathering loses nothing', () => {
  const anyThing = fc.record({
    event: fc.constantFrom('a', 'b'),
    at: fc.integer({ min: 0, max: 100 }).map((minute) => new Date(minute * 60_000).toISOString()),
    unit: fc.option(fc.record({ id: fc.constantFrom('u', 'v') })),
  })
  fc.assert(
    fc.property(fc.array(anyThing), (list) => {
      expect(gathered(list).reduce((sum, { count }) => sum + count, 0)).toBe(list.length)
    }),
  )
})

test('a period is known again by its days, under either regime', () => {
  for (const regime of [CUT_OFF, CALENDAR]) {
    for (const period of PERIOD_KINDS.flatMap((kind) => periodsOfYear(kind, 2026))) {
      const { from, to } = periodRange(period, regime)
      expect(periodOfDays(from, to)).toEqual(period)
    }
  }
  expect(periodOfDays('2026-01-02', '2026-01-31')).toBeNull()
  expect(periodOfDays('', '')).toBeNull()
})
