import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentWithCases, filedOnline, inTime, share, synchronised, UNKNOWN } from './formulas.ts'
import { INDEX_INDICATORS } from './indicators.ts'
import { bandOf, pointsOf, weightOf } from './points.ts'

test('the worked example: 1 000 received, 900 synchronised, 400 online, 12 late, 5 disliked', () => {
  const synced = synchronised({ synced: 900, receivedNational: 1000, receivedPortal: 900 })
  expect(synced.percent).toBe(90)
  const online = filedOnline({ onlineWhole: 400, received: 1000, synced })
  expect(online.percent).toBe(36)
  expect(pointsOf(36, 12, 50)).toBe(8.64)
  expect(pointsOf(36, 1, 50)).toBe(0.72)
  const content = contentWithCases({ finished: 1000, late: 12, disliked: 5 })
  expect(content.percent).toBe(98.3)
  expect(pointsOf(98.3, 6, 90)).toBe(6)
})

test('with nothing received last year counts, by the part of the year; with neither it is 0 %', () => {
  const none = { synced: 30, receivedNational: 0, receivedPortal: null }
  expect(synchronised({ ...none, lastYear: { total: 1200, periods: 12 } }).percent).toBe(30)
  expect(synchronised({ ...none, synced: 0 }).percent).toBe(0)
})

test('what has no source is never a number', () => {
  expect(contentWithCases({ finished: 10, late: 1, disliked: null })).toEqual(UNKNOWN)
  expect(share(null, 3)).toEqual(UNKNOWN)
  expect(filedOnline({ onlineWhole: 1, received: 2, synced: UNKNOWN }).percent).toBeNull()
})

test('points never exceed their maximum, never fall as the value rises, and are whole from the cap on', () => {
  const cap = fc.constantFrom(null, 50, 80, 90)
  fc.assert(
    fc.property(
      fc.float({ min: 0, max: 100, noNaN: true }),
      fc.float({ min: 0, max: 100, noNaN: true }),
      fc.integer({ min: 1, max: 20 }),
      cap,
      (a, b, max, limit) => {
        const [low = 0, high = 0] = [a, b].toSorted((x, y) => x - y)
        expect(pointsOf(high, max, limit)).toBeGreaterThanOrEqual(pointsOf(low, max, limit))
        expect(pointsOf(high, max, limit)).toBeLessThanOrEqual(max)
        if (high >= (limit ?? 100)) expect(pointsOf(high, max, limit)).toBe(max)
      },
    ),
  )
})

test('closing late, or leaving cases open past their day, never raises the score', () => {
  const count = fc.nat(500)
  fc.assert(
    fc.property(count, count, count, fc.nat(500), (early, onTime, openInTime, late) => {
      const all = early + onTime + openInTime + late
      const before = inTime({ early, onTime, openInTime, all }).percent ?? 0
      const after = inTime({ early: Math.max(0, early - 1), onTime, openInTime, all: Math.max(all, 1) }).percent ?? 0
      expect(after).toBeLessThanOrEqual(before)
    }),
  )
})

test('a group gives its rest in equal parts to what has no points of its own, and says that it is assumed', () => {
  const weights = new Map([
    ['transparency', { points: 18, checked: false, source: 's' }],
    ['1.2', { points: 4, checked: true, source: 't' }],
  ])
  const asked = { group: 'transparency' as const, ids: ['1.1', '1.2', '1.3', '1.4'], weights }
  expect(weightOf('1.2', asked)).toMatchObject({ points: 4, assumed: false, checked: true })
  expect(weightOf('1.1', asked)).toMatchObject({ points: 4.6667, assumed: true, checked: false })
  expect(weightOf('2.1', { group: 'progress', ids: ['2.1'], weights })).toBeNull()
})

test('there are 20 indicators, of which 4.5 has two parts', () => {
  expect(new Set(INDEX_INDICATORS.map(({ id }) => id.replace(/[ab]$/, ''))).size).toBe(20)
  expect(bandOf(90).en).toBe('Excellent')
  expect(bandOf(79.99).en).toBe('Fair')
})
