import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseCode, isCaseCode, secretFrom, UNIT_CODE } from './code.ts'

test('a code names unit, day and number; four digits, more when they do not suffice', () => {
  expect(caseCode('H15.50.05.13', '2026-10-08', 975)).toBe('H15.50.05.13-261008-0975')
  expect(caseCode('H29.01', '2026-10-08', 12_345)).toBe('H29.01-261008-12345')
})

test.each(['H15.50.05.13-261008-0975', 'G09.20-20260609-0092637', '000.00.12.H06-200101-0001'])(
  '%s is a code',
  (code) => expect(isCaseCode(code)).toBe(true),
)
test.each(['', 'H15-261008-1', 'h15.50-261008-0001', 'H15.50.05.13-261008-0975x'])('“%s” is none', (code) =>
  expect(isCaseCode(code)).toBe(false),
)

test('every code that is made is a code, and another number is another code', () => {
  const unit = fc.constantFrom('H29', 'H29.01', 'H29.50.05', 'H29.50.05.123')
  const number = fc.integer({ min: 1, max: 9_999_999 })
  fc.assert(
    fc.property(unit, number, number, (unitCode, one, other) => {
      expect(UNIT_CODE.test(unitCode)).toBe(true)
      expect(isCaseCode(caseCode(unitCode, '2026-11-30', one))).toBe(true)
      const same = caseCode(unitCode, '2026-11-30', one) === caseCode(unitCode, '2026-11-30', other)
      expect(same).toBe(one === other)
    }),
  )
})

test('a secret has four signs that are not mistaken for one another', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (numbers) => {
      const left = [...numbers]
      expect(secretFrom((below) => (left.shift() ?? 0) % below)).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}$/)
    }),
  )
})
