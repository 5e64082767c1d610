import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, dayAt, numberFromDay } from '../calendar.ts'
import { DAY_MINUTES, dayNumberOf, instantOf, minuteOfText, officeMinute } from './clock.ts'
import { type Deadline, deadlineOf, type Extension, type Pause, type Term, TraceStep } from './deadline.ts'
import { countsMinutes, termMinutes } from './term.ts'
import {
  addWorkingDays,
  DEFAULT_SESSIONS,
  dayFacts,
  isWorkingDay,
  type SpecialDay,
  type WorkingCalendar,
  workingMinutesBetween,
} from './working-calendar.ts'

const FIRST = minuteOfText('2026-01-01T00:00')
const YEAR = 365 * DAY_MINUTES

const anySpecial = fc
  .record({ offset: fc.integer({ min: 0, max: 420 }), off: fc.boolean(), confirmed: fc.boolean() })
  .map(({ offset, off, confirmed }): SpecialDay => {
    const day = addDays('2026-01-01', offset)
    return { day, kind: off ? 'off' : 'make-up', name: `ngày ${offset}`, decision: null, confirmed }
  })
const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    specials: fc.array(anySpecial, { maxLength: 40 }),
    otherHours: fc.option(fc.integer({ min: 0, max: 365 })),
  })
  .map(({ specials, otherHours }) => ({
    sessions: DEFAULT_SESSIONS,
    specialDays: new Map(specials.map((one) => [one.day, one])),
    inDayCutOff: '15:00',
    confirmedThrough: '2026-12-31',
    ...(otherHours !== null && {
      sessionsFrom: [
        {
          from: addDays('2026-01-01', otherHours),
          sessions: [
            { from: '08:00', to: '12:00' },
            { from: '12:30', to: '15:30' },
          ],
        },
      ],
    }),
  }))
const anyMinute = fc.integer({ min: FIRST, max: FIRST + YEAR })
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({
    amount: fc.integer({ min: 1, max: 80 }),
    unit: fc.constant('working-hours' as const),
    rule: fc.constant('hours' as const),
  }),
  fc.record({
    amount: fc.integer({ min: 1, max: 30 }),
    unit: fc.constant('working-days' as const),
    rule: fc.constantFrom('hours' as const, 'days' as const),
  }),
  fc.record({
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constant('calendar-days' as const),
    rule: fc.constant('days' as const),
  }),
  fc.record({
    amount: fc.integer({ min: 1, max: 6 }),
    unit: fc.constant('months' as const),
    rule: fc.constant('days' as const),
  }),
  fc.constant({ amount: 1, unit: 'in-day' as const, rule: 'days' as const }),
)
/** A pause that begins so many minutes after another instant and lasts so many. */
const anyGap = fc.record({
  after: fc.integer({ min: 0, max: 12 * DAY_MINUTES }),
  lasts: fc.integer({ min: 0, max: 20 * DAY_MINUTES }),
})

const pauseAt = (from: number, lasts: number): Pause => ({
  from: instantOf(from),
  to: instantOf(from + lasts),
  reason: 'chờ',
})
const dueOf = (received: number, term: Term, calendar: WorkingCalendar, pauses: readonly Pause[] = []) =>
  officeMinute(deadlineOf({ receivedAt: instantOf(received), term, pauses }, calendar).dueAt as Date)

test('received later is never due sooner, with the same pauses later on', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      anyTerm,
      anyMinute,
      fc.nat({ max: 5 * DAY_MINUTES }),
      anyGap,
      (calendar, term, received, later, gap) => {
        const pauses = [pauseAt(received + later + gap.after, gap.lasts)]
        expect(dueOf(received + later, term, calendar, pauses)).toBeGreaterThanOrEqual(
          dueOf(received, term, calendar, pauses),
        )
      },
    ),
    { numRuns: 300 },
  )
})

test('a longer term is never due sooner, and by working time or calendar days it is due later or at the same close', () => {
  fc.assert(
    fc.property(anyCalendar, anyTerm, anyMinute, anyGap, (calendar, term, received, gap) => {
      const pauses = [pauseAt(received + gap.after, gap.lasts)]
      const longer = { ...term, amount: term.amount + 1 }
      expect(dueOf(received, longer, calendar, pauses)).toBeGreaterThanOrEqual(dueOf(received, term, calendar, pauses))
    }),
    { numRuns: 300 },
  )
})

test('one more day off is never due sooner, and one more day worked never later', () => {
  fc.assert(
    fc.property(anyCalendar, anyTerm, anyMinute, anySpecial, (calendar, term, received, special) => {
      const without = new Map(calendar.specialDays)
      without.delete(special.day)
      const before = dueOf(received, term, { ...calendar, specialDays: without })
      const after = dueOf(received, term, { ...calendar, specialDays: new Map(without).set(special.day, special) })
      if (special.kind === 'off') expect(after).toBeGreaterThanOrEqual(before)
      else expect(after).toBeLessThanOrEqual(before)
    }),
    { numRuns: 300 },
  )
})

test('due lies within a session of a working day, or at its end', () => {
  fc.assert(
    fc.property(anyCalendar, anyTerm, anyMinute, anyGap, (calendar, term, received, gap) => {
      const due = dueOf(received, term, calendar, [pauseAt(received + gap.after, gap.lasts)])
      const day = dayNumberOf(due)
      const { working, sessions } = dayFacts(day, calendar)
      const clock = due - day * DAY_MINUTES
      expect(working && sessions.some(({ from, to }) => clock > from && clock <= to)).toBe(true)
      expect(due).toBeGreaterThan(received)
    }),
    { numRuns: 300 },
  )
})

test('a pause of no length changes nothing, a longer pause is never due sooner', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      anyTerm,
      anyMinute,
      anyGap,
      fc.nat({ max: DAY_MINUTES * 3 }),
      (calendar, term, received, gap, more) => {
        const answer = (pauses: readonly Pause[]) =>
          deadlineOf({ receivedAt: instantOf(received), term, pauses }, calendar)
        expect(answer([pauseAt(received + gap.after, 0)])).toEqual(answer([]))
        const due = (lasts: number) => dueOf(received, term, calendar, [pauseAt(received + gap.after, lasts)])
        expect(due(gap.lasts + more)).toBeGreaterThanOrEqual(due(gap.lasts))
        expect(due(gap.lasts)).toBeGreaterThanOrEqual(dueOf(received, term, calendar))
      },
    ),
    { numRuns: 300 },
  )
})

test('a pause in two parts without a gap between them is one pause', () => {
  fc.assert(
    fc.property(anyCalendar, anyTerm, anyMinute, anyGap, fc.nat(), (calendar, term, received, gap, cut) => {
      const from = received + gap.after
      const first = cut % (gap.lasts + 1)
      const parts = [pauseAt(from + first, gap.lasts - first), pauseAt(from, first)]
      expect(dueOf(received, term, calendar, parts)).toBe(dueOf(received, term, calendar, [pauseAt(from, gap.lasts)]))
    }),
    { numRuns: 300 },
  )
})

test('n hours and then m hours are n + m hours', () => {
  const hours = (amount: number): Term => ({ amount, unit: 'working-hours', rule: 'hours' })
  fc.assert(
    fc.property(
      anyCalendar,
      anyMinute,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      (calendar, received, n, m) => {
        const both = dueOf(received, hours(n + m), calendar)
        expect(dueOf(dueOf(received, hours(n), calendar), hours(m), calendar)).toBe(both)
        const extension: Extension = { at: instantOf(received), term: hours(m), dueAt: null, reason: 'thêm' }
        const extended = deadlineOf(
          { receivedAt: instantOf(received), term: hours(n), extensions: [extension] },
          calendar,
        )
        expect(officeMinute(extended.dueAt as Date)).toBe(both)
      },
    ),
  )
})

test('what is counted adds up to the term, step by step, and every day between receipt and due is told once', () => {
  fc.assert(
    fc.property(anyCalendar, anyTerm, anyMinute, anyGap, (calendar, term, received, gap) => {
      const pauses = [pauseAt(received + gap.after, gap.lasts)]
      const deadline = deadlineOf({ receivedAt: instantOf(received), term, pauses }, calendar)
      expect(TraceStep.array().parse(deadline.trace)).toEqual(deadline.trace)
      expect(deadline.trace[0]?.kind).toBe('received')
      expect(deadline.trace.at(-1)?.kind).toBe('due')
      addsUp(deadline, term)
    }),
    { numRuns: 300 },
  )
})

function addsUp({ trace }: Deadline, term: Term): void {
  let [minutes, days, span] = [0, 0, 0]
  for (const step of trace) {
    if (step.kind === 'counted' && step.nth === null) {
      minutes += step.minutes ?? 0
      expect(step.totalMinutes).toBe(minutes)
    } else if (step.kind === 'counted') expect(step.nth).toBe(++days)
    else if (step.kind === 'counted-span') {
      span += step.days
      expect([step.total, step.days]).toEqual([span, numberFromDay(step.to) - numberFromDay(step.from) + 1])
    }
  }
  if (countsMinutes(term)) expect(minutes).toBe(termMinutes(term))
  else if (term.unit === 'working-days') expect(days).toBe(term.amount)
  else if (term.unit === 'calendar-days') expect(span).toBe(term.amount)
}

test('without a pause, a count by working time tells each day from receipt to due exactly once', () => {
  fc.assert(
    fc.property(anyCalendar, anyTerm, anyMinute, (calendar, term, received) => {
      if (term.unit === 'calendar-days' || term.unit === 'months') return
      const { trace, dueAt } = deadlineOf({ receivedAt: instantOf(received), term }, calendar)
      const told: Day[] = []
      for (const step of trace) {
        if (step.kind === 'counted' || step.kind === 'excluded') told.push(step.day)
        if (step.kind === 'skipped') for (let day = step.from; day <= step.to; day = addDays(day, 1)) told.push(day)
      }
      const last = dayAt(dueAt as Date)
      expect(told).toEqual([...new Set(told)].toSorted())
      for (let day = addDays(dayAt(instantOf(received)), 1); day <= last; day = addDays(day, 1))
        if (term.unit !== 'in-day') expect(told).toContain(day)
    }),
    { numRuns: 300 },
  )
})

test('a pause that lasts has no due time; under the hour rule it says what is left, and resuming at once restores it', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      anyTerm,
      anyMinute,
      fc.nat({ max: 10 * DAY_MINUTES }),
      (calendar, term, received, after) => {
        const from = instantOf(received + after)
        const input = { receivedAt: instantOf(received), term }
        const plain = dueOf(received, term, calendar)
        const paused = deadlineOf({ ...input, pauses: [{ from, to: null, reason: 'chờ' }] }, calendar)
        expect(paused.dueAt === null).toBe(received + after < plain)
        if (paused.dueAt !== null) return
        const left = workingMinutesBetween(from, instantOf(plain), calendar)
        expect(paused.remainingMinutes).toBe(countsMinutes(term) ? left : null)
      },
    ),
    { numRuns: 300 },
  )
})

test('an instant a decision names stands, and pauses after it move it', () => {
  const calendar: WorkingCalendar = {
    sessions: DEFAULT_SESSIONS,
    specialDays: new Map(),
    inDayCutOff: '15:00',
    confirmedThrough: null,
  }
  const at = (text: string) => instantOf(minuteOfText(text))
  const term: Term = { amount: 2, unit: 'working-days', rule: 'hours' }
  const extensions = [{ at: at('2026-11-17T10:00'), term: null, dueAt: at('2026-11-20T10:00'), reason: 'hẹn lại' }]
  const input = { receivedAt: at('2026-11-16T09:00'), term, extensions }
  expect(deadlineOf(input, calendar).dueAt).toEqual(at('2026-11-20T10:00'))
  const pauses = [{ from: at('2026-11-19T09:00'), to: at('2026-11-19T11:00'), reason: 'chờ' }]
  expect(deadlineOf({ ...input, pauses }, calendar).dueAt).toEqual(at('2026-11-20T13:30'))
})

test('nonsense is refused rather than counted', () => {
  const calendar: WorkingCalendar = {
    sessions: DEFAULT_SESSIONS,
    specialDays: new Map(),
    inDayCutOff: '15:00',
    confirmedThrough: null,
  }
  const receivedAt = new Date('2026-11-16T02:00:00Z')
  const days = (amount: number): Term => ({ amount, unit: 'working-days', rule: 'days' })
  for (const amount of [0, -1, 1.5, Number.NaN, 1e9])
    expect(() => deadlineOf({ receivedAt, term: days(amount) }, calendar)).toThrow(RangeError)
  expect(() => deadlineOf({ receivedAt: new Date('x'), term: days(1) }, calendar)).toThrow(RangeError)
  expect(() => deadlineOf({ receivedAt, term: days(1) }, { ...calendar, sessions: [] })).toThrow(RangeError)
  expect(() => addWorkingDays('2026-11-16', -1, calendar)).toThrow(RangeError)
  const backwards = [{ from: receivedAt, to: new Date(0), reason: 'x' }]
  expect(() => deadlineOf({ receivedAt, term: days(1), pauses: backwards }, calendar)).toThrow(RangeError)
})

test('weekdays are worked, weekends are not, special days are what they say', () => {
  fc.assert(
    fc.property(anyCalendar, fc.integer({ min: 0, max: 500 }), (calendar, offset) => {
      const day = addDays('2026-01-01', offset)
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
      const special = calendar.specialDays.get(day)
      expect(isWorkingDay(day, calendar)).toBe(special ? special.kind === 'make-up' : weekday > 0 && weekday < 6)
    }),
  )
})
