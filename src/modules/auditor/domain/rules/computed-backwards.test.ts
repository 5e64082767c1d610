import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { computedBackwards } from './computed-backwards.ts'

test('exactly a whole percentage of a large whole', () => {
  const [found] = findingsOf(computedBackwards, documentOf('Có 60% (316.215/527.025 người) có tài khoản.'))
  expect(found?.severity).toBe('look')
  expect(found?.worked.vi).toContain('527.025 × 60% = 316.215')
})

test('a numerator that lost its last zero is tried as it was meant', () => {
  const [found] = findingsOf(computedBackwards, documentOf('Đạt 80% (421.62/527.025 người).'))
  expect(found?.notes?.[0]?.vi).toBe('“421.62” được đọc là 421.620.')
})

test('all, none, small wholes and round wholes are left alone', () => {
  const texts = [
    '100% (89.035/89.035 hộ)',
    '0% (0/89.035 hộ)',
    '50% (450/900 doanh nghiệp)',
    '75% (60.000/80.000 người)',
    '90,2% (81.930/89.035 hộ)',
  ]
  expect(findingsOf(computedBackwards, documentOf(...texts.map((text) => `Kết quả đạt ${text}.`)))).toEqual([])
})

test('numbers as they come are hardly ever accused', () => {
  const vi = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.')
  const told: number[] = []
  fc.assert(
    fc.property(
      fc.noBias(fc.integer({ min: 50_001, max: 900_000 })),
      fc.noBias(fc.integer({ min: 5000, max: 95_000 })),
      (whole, share) => {
        const top = Math.round((whole * share) / 100_000)
        const found = findingsOf(computedBackwards, documentOf(`Có ${vi(top)}/${vi(whole)} người.`))
        const isWhole = top > 0 && top < whole && (top * 100) % whole === 0
        expect(found.length).toBe(isWhole && whole % 100 !== 0 ? 1 : 0)
        told.push(found.length)
      },
    ),
    { numRuns: 300, seed: 7 },
  )
  expect(told.filter((count) => count > 0).length).toBeLessThan(5)
})
