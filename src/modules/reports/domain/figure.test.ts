import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combine, type Figure, ratioOf } from './figure.ts'

const member = (numerator: number | null, denominator: number | null): Figure => ({
  key: 'k',
  subject: { kind: 'indicator', code: 'I.01' },
  name: '',
  unitOfMeasure: '',
  unitId: 'u',
  unitName: '',
  reach: 'own',
  period: { kind: 'year', year: 2023, number: 1 },
  from: '',
  to: '',
  value: null,
  numerator,
  denominator,
  quality: 'exact',
  formula: '',
  targets: [],
  note: null,
  parts: [],
  state: numerator === null ? 'missing' : 'reported',
})

test('10 of 10 and 0 of 90 together are 10 %, not 50 %', () => {
  const whole = combine('g', 'Nhóm', [member(10, 10), member(0, 90)])
  expect(whole && ratioOf(whole)).toBe(0.1)
})

test('a group is missing as soon as one member is, and keeps the sum of the rest', () => {
  const whole = combine('g', 'Nhóm', [member(3, 4), member(null, null)])
  expect(whole).toMatchObject({ state: 'missing', numerator: 3, denominator: 4 })
})

test('the ratio of a group lies between those of its members, in whatever order they come', () => {
  const pair = fc
    .tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }))
    .map(([part, whole]) => member(Math.min(part, whole), whole))
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), (members) => {
      const ratio = ratioOf(combine('g', '', members) ?? member(null, null)) ?? Number.NaN
      const ratios = members.map((one) => ratioOf(one) ?? 0)
      expect(ratio).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-12)
      expect(ratio).toBeLessThanOrEqual(Math.max(...ratios) + 1e-12)
      expect(combine('g', '', members.toReversed())?.numerator).toBe(combine('g', '', members)?.numerator)
    }),
  )
})
