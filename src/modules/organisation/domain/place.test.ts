import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import { COUNTRY, geoAddress, isInCountry, placeOn, readCoordinates, rounded, standing } from './place.ts'

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((n) => Math.round(n * 1e5) / 1e5)
const anyPoint = fc.record({
  latitude: degrees(COUNTRY.south, COUNTRY.north),
  longitude: degrees(COUNTRY.west, COUNTRY.east),
})

test('coordinates are read as maps and people write them', () => {
  const read = { latitude: 10.346, longitude: 107.084 }
  for (const text of [
    '10.346, 107.084',
    '10.346,107.084',
    '10,346; 107,084',
    '10,346 107,084',
    ' 10.346° 107.084° ',
    'geo:10.346,107.084',
    'geo:10.346,107.084?z=14',
  ])
    expect(readCoordinates(text), text).toEqual(read)
  expect(readCoordinates('10, 107')).toEqual({ latitude: 10, longitude: 107 })
  for (const text of ['', 'Vũng Tàu', '10.346', '10.346, 107.084, 5', '1e3, 2', '10.346,,107'])
    expect(readCoordinates(text), text).toBeNull()
})

test('what is read, written and read again is the same', () => {
  fc.assert(
    fc.property(anyPoint, (point) => {
      expect(readCoordinates(geoAddress(point))).toEqual(point)
      expect(readCoordinates(`${point.latitude}, ${point.longitude}`)).toEqual(point)
      expect(rounded(point)).toEqual(point)
    }),
  )
})

test('whatever is typed is read quickly, or not at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('1', '.', ',', ' ', ';', '-', '°'), maxLength: 500 }), (text) => {
      const started = performance.now()
      readCoordinates(text)
      expect(performance.now() - started).toBeLessThan(200)
    }),
  )
})

test('latitude and longitude that changed places are outside of the country', () => {
  fc.assert(
    fc.property(anyPoint, ({ latitude, longitude }) => {
      expect(isInCountry({ latitude, longitude })).toBe(true)
      expect(isInCountry({ latitude: longitude, longitude: latitude })).toBe(false)
    }),
  )
})

test('a place holds from its day until the next, and what was recorded last for a day counts', () => {
  const first = '2025-07-01'
  const anyRows = fc.array(
    fc.record({
      validFrom: fc.integer({ min: 0, max: 30 }).map((n) => addDays(first, n)),
      name: fc.string({ maxLength: 3 }),
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(anyRows, fc.integer({ min: -1, max: 40 }), (rows, after) => {
      const on = addDays(first, after)
      const expected = rows
        .filter(({ validFrom }) => validFrom <= on)
        .reduce<(typeof rows)[number] | undefined>(
          (best, row) => (best === undefined || row.validFrom >= best.validFrom ? row : best),
          undefined,
        )
      expect(placeOn(rows, on)).toBe(expected)
      const days = standing(rows).map(({ validFrom }) => validFrom)
      expect(new Set(days).size).toBe(days.length)
      expect(days).toEqual(days.toSorted().toReversed())
    }),
  )
})
