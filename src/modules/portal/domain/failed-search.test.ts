import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptWords } from './failed-search.ts'

test('numbers, mail addresses and links are not kept', () => {
  expect(keptWords('Đổi CCCD 079085001234 cho mẹ lan@example.vn http://x.vn/a')).toBe('doi cccd cho me')
  expect(keptWords('0901234567')).toBeNull()
})

test('no digit and no sign ever gets through, and nothing long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
      const kept = keptWords(typed)
      if (kept !== null) {
        expect(kept).toMatch(/^[\p{L} ]+$/u)
        expect(kept.length).toBeLessThanOrEqual(60)
      }
    }),
  )
})
