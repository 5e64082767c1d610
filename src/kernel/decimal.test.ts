import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  compare,
  type Decimal,
  decimalNumber,
  decimalOf,
  decimalText,
  divide,
  findDecimal,
  multiply,
  roundDecimal,
  subtract,
} from './decimal.ts'

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 20 }))
  .map(([units, scale]): Decimal => ({ units, scale }))
const equal = (a: Decimal, b: Decimal) => expect(compare(a, b)).toBe(0)

test('one tenth and two tenths are three tenths', () => {
  expect(decimalText(add(decimalOf(0.1), decimalOf(0.2)))).toBe('0.3')
  expect(decimalNumber(multiply(decimalOf('1.1'), decimalOf('1.1')))).toBe(1.21)
})

test('sums and products do not depend on order or grouping, and differences undo sums', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, anyDecimal, (a, b, c) => {
      equal(add(a, b), add(b, a))
      equal(add(add(a, b), c), add(a, add(b, c)))
      equal(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))
      equal(subtract(add(a, b), b), a)
    }),
  )
})

test('text reads back as the same decimal', () => {
  fc.assert(
    fc.property(anyDecimal, (a) => {
      equal(decimalOf(decimalText(a)), a)
    }),
  )
})

test('every JavaScript number is its shortest text', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(decimalNumber(decimalOf(value))).toBe(value === 0 ? 0 : value)
    }),
  )
})

test('a quotient times the divisor is the dividend, to half a unit of the last decimal', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      const quotient = divide(a, b)
      if (!quotient) {
        expect(b.units).toBe(0n)
        return
      }
      const error = subtract(multiply(quotient, b), a)
      const half = multiply(b, { units: 5n, scale: quotient.scale + 1 })
      const size = (value: Decimal) => ({ ...value, units: value.units < 0n ? -value.units : value.units })
      expect(compare(size(error), size(half))).not.toBe(1)
    }),
  )
})

test('rounding twice to the same place changes nothing, and keeps the order', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, fc.integer({ min: 0, max: 10 }), (a, b, digits) => {
      equal(roundDecimal(roundDecimal(a, digits), digits), roundDecimal(a, digits))
      if (compare(a, b) <= 0) expect(compare(roundDecimal(a, digits), roundDecimal(b, digits))).not.toBe(1)
    }),
  )
})

test('text that is no number is none', () => {
  for (const text of ['', 'abc', '1,5', '1.', '.5', '--1', '1e99999', 'Infinity']) expect(findDecimal(text)).toBeNull()
})
