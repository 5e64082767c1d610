import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MESSAGE_CHANNELS } from './message.ts'
import { BEHAVIOURS, behavioursOf, reactionTo } from './stand-in.ts'

const anyGiving = fc.record({
  channel: fc.constantFrom(...MESSAGE_CHANNELS),
  behaviour: fc.constantFrom(...BEHAVIOURS),
})

test('what was taken before reaches nobody again and is not reported again', () => {
  fc.assert(
    fc.property(anyGiving, ({ channel, behaviour }) => {
      expect(reactionTo(channel, behaviour, true)).toMatchObject({ copies: 0, report: null })
    }),
  )
})

test('nobody gets, and nothing is reported of, what was not taken', () => {
  fc.assert(
    fc.property(anyGiving, ({ channel, behaviour }) => {
      const { taken, copies, report, answer } = reactionTo(channel, behaviour, false)
      if (!taken) expect({ copies, report }).toEqual({ copies: 0, report: null })
      expect(taken).toBe(answer === null || answer.http < 300)
    }),
  )
})

test('a mail server never says that a mail was delivered', () => {
  for (const behaviour of BEHAVIOURS) expect(reactionTo('email', behaviour, false).report?.state).not.toBe('delivered')
  expect(behavioursOf('email')).not.toContain('late')
  expect(reactionTo('sms', 'late', false).report).toMatchObject({ state: 'delivered', afterMs: 60_000 })
})
