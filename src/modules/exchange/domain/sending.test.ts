import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFacts } from '#testing/any-dossier.ts'
import { judge } from './incoming.ts'
import { VARIANTS } from './profile.ts'
import { afterSending, MOST_ATTEMPTS, type Outcome, partsOf, pauseSeconds, placeOf, syncOf } from './sending.ts'

const NOW = new Date('2026-12-01T02:00:00Z')
const wrong: fc.Arbitrary<Outcome> = fc.constantFrom(
  { kind: 'refused', code: 'error-12' },
  { kind: 'unreadable', code: 'not-json' },
)
const away: fc.Arbitrary<Outcome> = fc.constant({ kind: 'away', code: 'unreachable', retryAfterSeconds: null })

test('a portal that is away for however long parks nothing; so many answers against it do', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(wrong, away), { maxLength: 60 }), (outcomes) => {
      let one = { attempts: 0, state: 'queued' }
      for (const outcome of outcomes) one = afterSending(one, outcome, NOW)
      const against = outcomes.filter(({ kind }) => kind !== 'away').length
      if (against === 0) expect(one).toMatchObject({ attempts: 0 })
      expect(one.attempts).toBe(against)
    }),
  )
  let one = { attempts: 0, state: 'queued' }
  for (let time = 0; time < MOST_ATTEMPTS; time++) one = afterSending(one, { kind: 'refused', code: 'error-12' }, NOW)
  expect(one.state).toBe('parked')
})

test('each try waits longer than the one before, and a silent portal is asked again within five minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), (failures) => {
      expect(pauseSeconds(failures + 1, null)).toBeGreaterThanOrEqual(pauseSeconds(failures, null))
      expect(pauseSeconds(failures, null)).toBeLessThanOrEqual(300)
      expect(pauseSeconds(failures, 600)).toBe(600)
    }),
  )
})

test('the parts of an act come in one order, and the dossier before its first step', () => {
  for (const variant of VARIANTS)
    for (const isFirst of [true, false]) {
      const places = partsOf(variant, isFirst).map(placeOf)
      expect(places).toEqual(places.toSorted((one, other) => one - other))
      expect(new Set(places).size).toBe(places.length)
    }
  expect(partsOf('one-shot', true)).toEqual(['record', 'progress'])
})

test('a case is confirmed only when nothing waits, nothing is parked, and the portal was asked', () => {
  fc.assert(
    fc.property(fc.nat(3), fc.nat(3), fc.nat(3), fc.boolean(), (parked, open, sent, agrees) => {
      const isConfirmed = parked === 0 && open === 0 && sent > 0 && agrees
      expect(syncOf({ parked, open, sent, agrees }) === 'confirmed').toBe(isConfirmed)
    }),
  )
})

test('only a new filing under a dossier code that no case bears is filed; nothing is dropped', () => {
  fc.assert(
    fc.property(anyFacts, fc.boolean(), fc.boolean(), (facts, isCase, isCode) => {
      const verdict = judge({ facts, faults: [] }, { isCase, isCode })
      expect(verdict === 'file').toBe(!isCase && isCode && facts.state === 1)
      if (verdict !== 'file') expect(verdict.reason).not.toBeNull()
    }),
  )
  expect(judge({ faults: [{ field: 'MaHoSo', fault: 'missing' }] }, { isCase: false, isCode: false })).toMatchObject({
    state: 'quarantine',
    faults: [{ field: 'MaHoSo', fault: 'missing' }],
  })
})
