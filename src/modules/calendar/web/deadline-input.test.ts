import { expect, test } from 'vitest'
import { questionOf, startTyped } from './deadline-input.ts'

const typed = { ...startTyped(new Date('2026-11-20T09:40:00Z')), unit: 'working-days hours' }

test('the fields begin with five working days from now, in office time', () => {
  expect(questionOf(typed, null, 'chờ')).toEqual({
    receivedAt: '2026-11-20T16:40',
    term: { amount: 5, unit: 'working-days', rule: 'hours' },
    unitId: null,
    pauses: [],
  })
})

test('a pause without an end lasts, one without a beginning is none', () => {
  const paused = { ...typed, pauseFromDay: '2026-11-23', pauseFromTime: '8:00' }
  expect(questionOf(paused, null, 'chờ')?.pauses).toEqual([{ from: '2026-11-23T08:00', to: null, reason: 'chờ' }])
  expect(questionOf({ ...typed, pauseToDay: '2026-11-24', pauseToTime: '09:00' }, null, 'chờ')?.pauses).toEqual([])
})

test('nothing is asked while something is missing or cannot be counted', () => {
  for (const wrong of [{ day: null }, { time: '25:00' }, { amount: null }, { amount: 0 }, { unit: null }])
    expect(questionOf({ ...typed, ...wrong }, null, 'chờ')).toBeNull()
  expect(questionOf({ ...typed, amount: null, unit: 'in-day days' }, null, 'chờ')?.term.unit).toBe('in-day')
})
