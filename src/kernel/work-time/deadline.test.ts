import { expect, test } from 'vitest'
import { instantOf, minuteOfText, officeMinute, officeText } from './clock.ts'
import cases from './deadline.cases.json' with { type: 'json' }
import { type Deadline, deadlineOf, onTime, type Term } from './deadline.ts'
import type { SpecialDay, WorkingCalendar } from './working-calendar.ts'

const at = (text: string) => instantOf(minuteOfText(text))
const shown = (instant: Date | null) => instant && officeText(officeMinute(instant))
const term = (amount: number, unit: string, rule: string) => ({ amount, unit, rule }) as Term // the file says which units

const specialDays = new Map(
  cases.calendar.specialDays.map((one) => [one.day, { ...one, decision: null } as SpecialDay]), // kinds as the file has them
)
const calendar: WorkingCalendar = { ...cases.calendar, specialDays }

type Case = (typeof cases.examples)[number] | (typeof cases.reckoned)[number]

function answer(one: Case): Deadline {
  const pauses = one.pauses.map(({ from, to }) => ({
    from: at(from),
    to: to === null ? null : at(to),
    reason: 'awaited',
  }))
  const extensions = one.extensions.map((added) => ({
    at: at(added.at),
    term: term(added.amount, added.unit, added.rule),
    dueAt: null,
    reason: 'longer',
  }))
  const input = { receivedAt: at(one.received), term: term(one.amount, one.unit, one.rule), pauses, extensions }
  return deadlineOf(input, calendar)
}

test.each(cases.examples)('$received, $amount $unit by $rule: $proves', (one) => {
  const { dueAt, unconfirmed } = answer(one)
  expect({ due: shown(dueAt), unconfirmed }).toEqual({ due: one.due, unconfirmed: one.unconfirmed })
})

test('a second reckoning that shares no code comes to the same, case by case', () => {
  expect(cases.reckoned.length).toBeGreaterThanOrEqual(300)
  for (const one of cases.reckoned) {
    const { dueAt, remainingMinutes, unconfirmed } = answer(one)
    expect({ ...one, due: shown(dueAt), remainingMinutes, unconfirmed }).toEqual(one)
  }
})

test('what ends in the minute in which it is due is on time, a minute later it is not; nothing is late in a pause', () => {
  const deadline = { dueAt: at('2026-11-23T17:00') }
  expect(onTime(new Date(at('2026-11-23T17:00').getTime() + 59_999), deadline)).toBe(true)
  expect(onTime(at('2026-11-23T17:01'), deadline)).toBe(false)
  expect(onTime(at('2030-01-01T00:00'), { dueAt: null })).toBe(true)
})
