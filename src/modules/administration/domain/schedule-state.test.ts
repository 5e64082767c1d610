import { expect, test } from 'vitest'
import { scheduleState } from './schedule-state.ts'

const now = new Date('2026-11-21T08:00:00Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const schedule = { everySeconds: 60, nextAt: at(30), lastAt: at(-30), lastError: null }

test('a schedule is judged by its last failure, then by whether it came in time', () => {
  expect(scheduleState(schedule, now)).toBe('well')
  expect(scheduleState({ ...schedule, lastError: 'no' }, now)).toBe('failing')
  expect(scheduleState({ ...schedule, nextAt: at(-61) }, now)).toBe('late')
  expect(scheduleState({ ...schedule, nextAt: at(-59) }, now)).toBe('well')
  expect(scheduleState({ ...schedule, lastAt: null }, now)).toBe('waiting')
})
