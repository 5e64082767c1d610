import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Filling, fill, oneLine, PLACES, smsParts, unknownPlaces, withoutMarks } from './template.ts'

const filling = (name: string): Filling => ({
  ...(Object.fromEntries(PLACES.map((place) => [place, `<${place}>`])) as Filling), // every place is named
  name,
})

test('a name that looks like a place stays a name', () => {
  expect(fill('Kính gửi {name}, mã {code}', filling('{secret} {code}'))).toBe('Kính gửi {secret} {code}, mã <code>')
})

test('no name can add a line, a header or turn the writing around', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const filled = fill('Subject {name}', filling(name))
      expect(filled).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
  expect(oneLine('A\r\nBcc: x@y.z')).toBe('A Bcc: x@y.z')
})

test('places that do not exist are named, and stay as they are', () => {
  expect(unknownPlaces('{code} {constructor} {__proto__} {x y}')).toEqual(['constructor', '__proto__', 'x y'])
  expect(fill('{constructor}', filling('x'))).toBe('{constructor}')
})

test('text messages are counted as they are billed', () => {
  expect([
    smsParts('a'.repeat(160)),
    smsParts('a'.repeat(161)),
    smsParts('ế'.repeat(70)),
    smsParts('ế'.repeat(71)),
  ]).toEqual([1, 2, 1, 2])
  expect(withoutMarks('Hồ sơ đã được tiếp nhận – “Đủ”')).toBe('Ho so da duoc tiep nhan - "Du"')
})
