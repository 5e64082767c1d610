import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Count, differenceOf, type Kept } from '#kernel/counted.ts'
import type { CountedCase } from './counted-case.ts'
import { countsOf } from './facts.ts'
import { CASE_MEASURES } from './measures.ts'
import { AUTHENTICATION, BUSINESS_STATES, CHANNELS, FINANCE_STATES, RETURN_WAYS, SYNC_STATES } from './words.ts'

const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
const unit = fc.constantFrom('a', 'b', 'c')
const any: fc.Arbitrary<CountedCase> = fc.record({
  competentUnitId: unit,
  receivedUnitId: unit,
  channel: fc.constantFrom(...CHANNELS),
  remote: fc.boolean(),
  onlineLevel: fc.constantFrom('none', 'partial', 'full'),
  authentication: fc.constantFrom(...AUTHENTICATION),
  business: fc.constantFrom(...BUSINESS_STATES),
  finance: fc.constantFrom(...FINANCE_STATES),
  sync: fc.constantFrom(...SYNC_STATES),
  receivedAt: fc.option(moment),
  dueAt: fc.option(moment),
  endedAt: fc.option(moment),
  returnedAt: fc.option(moment),
  returnWay: fc.option(fc.constantFrom(...RETURN_WAYS)),
  onTime: fc.option(fc.boolean()),
  feeTotalVnd: fc.constantFrom(0, 5000, 100_000),
  paidVnd: fc.constantFrom(0, 5000),
  paidOnline: fc.boolean(),
  supplements: fc.nat(3),
  changedAt: moment,
  identified: fc.boolean(),
  hasPaperFile: fc.boolean(),
  hasReused: fc.boolean(),
  hasNational: fc.boolean(),
  writtenDue: fc.boolean(),
  hasWritten: fc.boolean(),
  hasResultFile: fc.boolean(),
  payments: fc.array(fc.record({ at: moment, online: fc.boolean(), amountVnd: fc.constantFrom(2000, 3000) }), {
    maxLength: 3,
  }),
})

/** All facts ever recorded for one case that went through these states, as sums by measure, unit and day. */
function recorded(states: readonly CountedCase[]): Map<string, number> {
  const sums = new Map<string, number>()
  const put = ({ measure, unitId, day, value }: Count, sign: 1 | -1) => {
    const key = `${measure} ${unitId} ${day}`
    sums.set(key, (sums.get(key) ?? 0) + sign * value)
  }
  let kept: readonly Kept[] = []
  for (const state of states) {
    const { added, takenBack } = differenceOf(kept, countsOf(state))
    for (const count of takenBack) put(count, -1)
    for (const count of added) put(count, 1)
    kept = [...kept.filter((one) => !takenBack.includes(one)), ...added.map((one) => ({ ...one, factId: 'f' }))]
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0))
}

test('whatever happens to a case, and however often it is reopened, its facts add up to what it counts for at last', () => {
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), (states) => {
      const last = states.at(-1)
      if (!last) return
      const wanted = new Map(countsOf(last).map((one) => [`${one.measure} ${one.unitId} ${one.day}`, one.value]))
      expect(recorded(states)).toEqual(wanted)
    }),
  )
})

test('counting the same case again records nothing', () => {
  fc.assert(
    fc.property(any, (one) => {
      const kept = countsOf(one).map((count) => ({ ...count, factId: 'f' }))
      expect(differenceOf(kept, countsOf(one))).toEqual({ added: [], takenBack: [] })
    }),
  )
})

const total = (counts: readonly Count[], ...codes: readonly string[]) =>
  counts
    .filter(({ measure }) => codes.includes(measure.slice('cases_'.length)))
    .reduce((sum, { value }) => sum + value, 0)

test('parts are parts: every received case came in by one way, every finished one ended in one way, no numerator exceeds its whole', () => {
  fc.assert(
    fc.property(any, (one) => {
      const counts = countsOf(one)
      const of = (...codes: readonly string[]) => total(counts, ...codes)
      expect(of('received')).toBe(of('received_counter', 'received_post', 'received_online'))
      expect(of('received_online')).toBe(of('received_online_partial', 'received_online_full'))
      expect(of('finished')).toBe(of('finished_early', 'finished_on_time', 'finished_late'))
      expect(of('authenticated')).toBe(of('authenticated_level_1', 'authenticated_level_2'))
      expect(of('finished')).toBeLessThanOrEqual(of('received'))
      expect(of('paid_online')).toBeLessThanOrEqual(of('with_fee'))
      expect(of('written_electronic')).toBeLessThanOrEqual(of('written_due'))
      expect(of('elsewhere')).toBe(of('desk_for_others'))
    }),
  )
})

test('no two measures share a code, and each code is one the figures take', () => {
  const codes = CASE_MEASURES.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code).toMatch(/^[a-z][a-z0-9_]{1,79}$/)
})
