import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMark, writeMark } from './page-mark.ts'

const anyMark = fc.record({
  at: fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }),
  id: fc.uuid(),
})

test('a mark is read as it was written, and without one the list begins', () => {
  fc.assert(
    fc.property(anyMark, (mark) => {
      expect(readMark(writeMark(mark))).toEqual(mark)
    }),
  )
  expect(readMark(undefined)).toBeNull()
})

test('whatever was put before, behind or in place of a part of a mark is refused', () => {
  fc.assert(
    fc.property(anyMark, fc.string({ minLength: 1 }), (mark, more) => {
      for (const text of [more, `${more}${writeMark(mark)}`, `${writeMark(mark)}${more}`])
        expect(() => readMark(text)).toThrow()
    }),
  )
  const id = '0190a0b0-0000-7000-8000-000000000001'
  expect(() => readMark(`2026-13-45T00:00:00.000Z_${id}`)).toThrow()
})
