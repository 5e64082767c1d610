import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newTotpSecret, stepOfCode, totpCode } from './totp.ts'

const STEP_MS = 30_000
const anyMoment = fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 })

test('the code of RFC 6238 for second 59', () => {
  // Appendix B: ASCII seed 12345678901234567890, SHA-1, the last six of 94287082.
  expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', new Date(59_000))).toBe('287082')
})

test('a code is taken one step early or late, and no further', () => {
  const secret = newTotpSecret()
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: -5, max: 5 }), (now, away) => {
      const code = totpCode(secret, new Date(now + away * STEP_MS))
      const step = stepOfCode(secret, code, new Date(now), 0)
      // Two steps may by chance share a code; then the nearer one counts.
      if (Math.abs(away) <= 1) expect(step).not.toBeNull()
      else if (step !== null) expect(totpCode(secret, new Date(step * STEP_MS))).toBe(code)
    }),
  )
})

test('against a model: over any sequence of attempts no step is ever accepted twice, nor one before an accepted one', () => {
  const secret = newTotpSecret()
  const anyAttempts = fc.array(
    fc.record({ waitMs: fc.integer({ min: 0, max: 40_000 }), away: fc.integer({ min: -2, max: 2 }) }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(anyMoment, anyAttempts, (start, attempts) => {
      let now = start
      let last = 0
      const accepted: number[] = []
      for (const { waitMs, away } of attempts) {
        now += waitMs
        const step = stepOfCode(secret, totpCode(secret, new Date(now + away * STEP_MS)), new Date(now), last)
        if (step === null) continue
        accepted.push(step)
        last = step
      }
      expect(accepted).toEqual([...new Set(accepted)].toSorted((a, b) => a - b))
    }),
  )
})

test('nonsense is wrong, not a defect', () => {
  const secret = newTotpSecret()
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const step = stepOfCode(secret, typed, new Date(), Number.MAX_SAFE_INTEGER)
      expect(step).toBeNull()
    }),
  )
})
