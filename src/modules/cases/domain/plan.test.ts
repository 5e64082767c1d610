import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ActDetails, ActRecord } from './act.ts'
import type { CaseState } from './case.ts'
import { outstandingVnd, owes } from './fees.ts'
import { afterAct, foldActs, NOTHING } from './fold.ts'
import { possibleActs } from './lifecycle.ts'
import { plan, stateAfter } from './plan.ts'
import { ACTS, type Act, BUSINESS_STATES, type BusinessState } from './words.ts'

const BEGIN = Date.parse('2026-11-16T02:00:00Z')
const UNITS = ['unit-a', 'unit-b', 'unit-c']
const ENDED: readonly BusinessState[] = ['refused', 'withdrawn', 'stopped', 'decided', 'returned']

/** What an act may be given: some of it right, some of it not. */
const details = fc.record(
  {
    note: fc.constantFrom('', 'vì thế'),
    dueAt: fc.option(
      fc.integer({ min: 0, max: 500 }).map((hours) => new Date(BEGIN + hours * 3_600_000).toISOString()),
    ),
    outcome: fc.constantFrom('granted' as const, 'rejected' as const),
    lateReason: fc.constantFrom('workload', ''),
    amountVnd: fc.integer({ min: 0, max: 50_000 }),
    feeTotalVnd: fc.constantFrom(0, 20_000, 40_000),
    way: fc.constantFrom('desk' as const, 'post' as const),
    finance: fc.constantFrom('keep' as const, 'refund' as const),
    competentUnitId: fc.constantFrom(...UNITS),
    assignee: fc.option(fc.constant({ id: 'someone', name: 'Ai đó' })),
  },
  { requiredKeys: [] },
)
const step = fc.record({
  act: fc.constantFrom(...ACTS),
  details,
  toUnitId: fc.constantFrom(...UNITS),
  toStep: fc.constantFrom('one', 'two', null),
  hours: fc.integer({ min: 0, max: 40 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What the contract has every such act bring. */
const NEEDED: Partial<Record<Act, ActDetails>> = { decide: { outcome: 'granted' } }

/** What a case takes of a row of wishes, with the state after each that was taken. */
function live(steps: readonly Step[]) {
  const acts: ActRecord[] = []
  const states: CaseState[] = []
  let state = NOTHING
  let at = BEGIN
  for (const { hours, details: given, act, toUnitId, toStep } of steps) {
    at += hours * 3_600_000
    const first: ActDetails =
      state.version === 0 ? { code: 'H29-261116-0001', receivedUnitId: 'unit-a', competentUnitId: 'unit-b' } : {}
    const wish = { act, toUnitId, toStep, details: { ...NEEDED[act], ...given, ...first } as ActDetails }
    const made = plan('case', state, wish, { id: 'x', name: 'X', unitId: 'unit-a' }, new Date(at))
    if (!('record' in made)) continue
    state = afterAct(state, made.record)
    acts.push(made.record)
    states.push(state)
  }
  return { acts, states, state }
}

test('whatever is done, the case is what its log adds up to', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { acts, state } = live(steps)
      expect(foldActs(acts)).toEqual(state)
      // And as it comes back from the database, where details are JSON.
      const stored = acts.map((act) => ({ ...act, details: JSON.parse(JSON.stringify(act.details)) as ActDetails }))
      expect(foldActs(stored)).toEqual(state)
    }),
    { numRuns: 500 },
  )
})

test('no act is lost or numbered twice, and every state is one of the law', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { acts, states } = live(steps)
      expect(acts.map(({ number }) => number)).toEqual(acts.map((_, index) => index + 1))
      let before: CaseState = NOTHING
      for (const [index, act] of acts.entries()) {
        const after = states[index] ?? NOTHING
        expect(BUSINESS_STATES).toContain(after.business)
        expect(possibleActs(before.business)).toContain(act.act)
        expect(act.toState).toBe(stateAfter(before, act.act, act.details))
        expect(act.fromState).toBe(index === 0 ? null : before.business)
        before = after
      }
    }),
    { numRuns: 500 },
  )
})

test('a case has one result at a time, an end only when it is over, and a place to return to only while it waits', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      let results = 0
      const { acts, states } = live(steps)
      for (const [index, { act }] of acts.entries()) {
        if (act === 'decide') results++
        if (act === 'reopen') results = 0
        const { business, endedAt, returnedAt, outcome, businessBefore, finance, paidVnd } = states[index] ?? NOTHING
        expect(results).toBeLessThanOrEqual(1)
        expect(outcome !== null).toBe(results === 1 && (business === 'decided' || business === 'returned'))
        expect(endedAt !== null).toBe(ENDED.includes(business))
        expect(returnedAt !== null).toBe(business === 'returned')
        expect(businessBefore !== null).toBe(business === 'supplement' || business === 'payment')
        if (act === 'return') expect(['due', 'partly-paid']).not.toContain(states[index - 1]?.finance)
        if (finance === 'paid') expect(paidVnd).toBeGreaterThan(0)
      }
    }),
    { numRuns: 500 },
  )
})

test('paid, waived and outstanding are always what is due, and the state of the money says so', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const { acts, states } = live(steps)
      let [paid, waived] = [0, 0]
      for (const [index, { act, details: given }] of acts.entries()) {
        if (act === 'confirm-payment') paid += given.amountVnd ?? 0
        if (act === 'waive-fee') waived += given.amountVnd ?? 0
        const state = states[index] ?? NOTHING
        const left = outstandingVnd(state)
        expect([state.paidVnd, state.waivedVnd]).toEqual([paid, waived])
        expect(left).toBeGreaterThanOrEqual(0)
        expect(paid + waived + left).toBe(state.feeTotalVnd)
        expect(owes(state.finance)).toBe(left > 0 && state.finance !== 'refund-due')
        expect(state.finance === 'partly-paid').toBe(left > 0 && paid > 0 && state.finance !== 'refund-due')
        // What waits for money waits for all of it.
        const before = states[index - 1]
        if (before?.business === 'payment' && (act === 'confirm-payment' || act === 'waive-fee'))
          expect(state.business === 'payment').toBe(left > 0)
      }
    }),
    { numRuns: 1000 },
  )
})

test('more than is still due is neither paid nor waived', () => {
  const state: CaseState = {
    ...running('2026-11-20T10:00:00Z'),
    feeTotalVnd: 50_000,
    waivedVnd: 10_000,
    paidVnd: 15_000,
  }
  const at = '2026-11-20T09:00:00Z'
  expect(refused(state, 'confirm-payment', { amountVnd: 25_000 }, at)).toBeNull()
  expect(refused(state, 'confirm-payment', { amountVnd: 25_001 }, at)).toBe('cases/paid-too-much')
  expect(refused(state, 'waive-fee', { amountVnd: 25_001 }, at)).toBe('cases/waived-too-much')
  expect(refused({ ...state, paidVnd: 40_000 }, 'confirm-payment', { amountVnd: 1 }, at)).toBe('cases/nothing-to-pay')
})

const wish = (act: Act, given: ActDetails = {}) => ({ act, toUnitId: 'unit-b', toStep: 'one', details: given })
const by = { id: 'x', name: 'X', unitId: 'unit-a' }
const running = (dueAt: string): CaseState => ({
  ...NOTHING,
  business: 'processing',
  version: 3,
  receivedAt: new Date(BEGIN),
  dueAt: new Date(dueAt),
})
const refused = (state: CaseState, act: Act, given: ActDetails, at: string) => {
  const made = plan('case', state, wish(act, given), by, new Date(at))
  return 'refused' in made ? made.refused : null
}

test('extends once, before it is late, to a later moment', () => {
  const state = running('2026-11-20T10:00:00Z')
  const later = { dueAt: '2026-11-25T03:00:00Z' }
  expect(refused(state, 'extend', later, '2026-11-20T09:00:00Z')).toBeNull()
  expect(refused(state, 'extend', { dueAt: '2026-11-20T10:00:00Z' }, '2026-11-20T09:00:00Z')).toBe('cases/not-later')
  expect(refused(state, 'extend', later, '2026-11-20T10:01:00Z')).toBe('cases/extension-too-late')
  expect(refused({ ...state, extended: true }, 'extend', later, '2026-11-20T09:00:00Z')).toBe('cases/already-extended')
  expect(refused({ ...state, dueAt: null }, 'extend', later, '2026-11-20T09:00:00Z')).toBe('cases/not-running')
})

test('what was never received is reopened as what was sent in', () => {
  const state: CaseState = { ...NOTHING, business: 'withdrawn', version: 2 }
  expect(stateAfter(state, 'reopen')).toBe('submitted')
  expect(stateAfter({ ...state, receivedAt: new Date(BEGIN) }, 'reopen')).toBe('processing')
})
