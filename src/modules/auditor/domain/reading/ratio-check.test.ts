import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statedShare } from './ratio-check.ts'

test.each([
  [18, 52, '34%', 'truncated'],
  [354053, 527025, '67.17%', 'truncated'],
  [23391, 23802, '98.27%', 'half-up'],
  [79624, 89035, '89,43%', 'half-up'],
  [898, 1123, '80%', 'half-up'],
  [281, 511, '54.99%', 'half-up'],
  [316215, 527025, '60%', 'half-up'],
  [81930, 89035, '90,2%', 'wrong'],
  [1147, 2154, '54%', 'wrong'],
  [202, 511, '39%', 'truncated'],
] as const)('%d/%d beside %s is %s', (n, d, percent, verdict) => {
  expect(statedShare(n, d, percent)?.verdict).toBe(verdict)
})

test('the right value is given as people write it', () => {
  expect(statedShare(81930, 89035, '90,2%')?.right).toBe('92,02%')
  expect(statedShare(1147, 2154, '54%')?.right).toBe('53,25%')
})

test('without a denominator or a percentage there is no verdict', () => {
  expect(statedShare(1, 0, '5%')).toBeNull()
  expect(statedShare(1, 2, 'khá')).toBeNull()
})

test('rounded and cut-off shares are right, one step beside them is wrong', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), fc.nat(3), (n, d, places) => {
      const scale = 10n ** BigInt(places)
      const cut = (BigInt(n) * 100n * scale) / BigInt(d)
      const text = (units: bigint) => {
        const digits = String(units).padStart(places + 1, '0')
        return places === 0 ? `${digits}%` : `${digits.slice(0, -places)},${digits.slice(-places)}%`
      }
      const rest = BigInt(n) * 100n * scale - cut * BigInt(d)
      expect(statedShare(n, d, text(cut))?.verdict).not.toBe('wrong')
      expect(statedShare(n, d, text(cut + 1n))?.verdict).toBe(2n * rest >= BigInt(d) ? 'half-up' : 'wrong')
      expect(statedShare(n, d, text(cut + 2n))?.verdict).toBe('wrong')
    }),
  )
})
