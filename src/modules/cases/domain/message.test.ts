import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressFor, afterAttempt, type Sending, TOO_OLD_MS, waitMs } from './message.ts'

const now = new Date('2026-11-30T02:00:00Z')
const failing = fc.oneof(
  fc.record({
    kind: fc.constant('later' as const),
    code: fc.constant('http-500'),
    retryAfterSeconds: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  }),
  fc.record({ kind: fc.constant('refused' as const), code: fc.constant('http-422') }),
)

test('however it is refused, a message ends after so many tries, and never as sent', () => {
  fc.assert(
    fc.property(
      fc.array(failing, { minLength: 20, maxLength: 20 }),
      fc.integer({ min: 1, max: 20 }),
      (answers, most) => {
        let message = { attempts: 0, queuedAt: now }
        let state = 'queued'
        for (const answer of answers) {
          const after = afterAttempt(message, answer, most, now)
          expect(['waiting', 'given-up']).toContain(after.state)
          expect(after.nextAt === null).toBe(after.state === 'given-up')
          expect(after.lastError).toBe(answer.code)
          state = after.state
          if (state === 'given-up') break
          message = { ...message, attempts: after.attempts }
        }
        expect(state).toBe('given-up')
      },
    ),
  )
})

test('waits longer each time, at most an hour, and as long as the provider asks', () => {
  expect([1, 2, 3, 10].map((attempts) => waitMs(attempts, null) / 60_000)).toEqual([1, 2, 4, 60])
  expect(waitMs(1, 600)).toBe(600_000)
  expect(waitMs(1, 10 ** 9)).toBe(86_400_000)
})

test('what is days old is not sent any more', () => {
  const later: Sending = { kind: 'later', code: 'timeout', retryAfterSeconds: null }
  const old = { attempts: 0, queuedAt: new Date(now.getTime() - TOO_OLD_MS - 1) }
  expect(afterAttempt(old, later, 8, now).state).toBe('given-up')
})

test('only a mobile number of Vietnam is written to, and only an address that is one', () => {
  const by = (phone: string | null, email: string | null = null) => ({ phone, email })
  expect(addressFor('sms', by('090 312.3456'))).toBe('84903123456')
  expect(addressFor('zalo', by('+84 903 123 456'))).toBe('84903123456')
  expect(addressFor('sms', by('0254 3852 000'))).toBeNull()
  expect(addressFor('email', by(null, 'a@b.vn'))).toBe('a@b.vn')
  for (const bad of ['a@b.vn, c@d.vn', 'a@b.vn\nBcc: x@y.vn', '"x" <a@b.vn>', 'a b@c.vn', 'a'])
    expect(addressFor('email', by(null, bad))).toBeNull()
})
