import { expect, test } from 'vitest'
import { NO_SESSION, type Session } from '#ui/session.tsx'
import { isSomeoneElse, keptSession } from './kept-session.ts'

const open: Session = {
  state: 'signed-in',
  account: { id: 'a', name: 'Lan' },
  permissions: ['indicators:enter'],
  idleLockSeconds: 900,
}
const locked: Session = { ...open, state: 'locked', permissions: [] }
const other: Session = { ...open, account: { id: 'b', name: 'Minh' } }

test('pages that were open keep their session while it is locked, and take the new one when it opens again', () => {
  expect(keptSession(open, locked)).toBe(open)
  const again = { ...open, permissions: ['indicators:*'] }
  expect(keptSession(open, again)).toBe(again)
})

test('a page that is loaded in a locked session is not open', () => {
  expect(keptSession(locked, locked)).toBe(locked)
  expect(keptSession(NO_SESSION, locked)).toBe(locked)
})

test('whatever else a session asks for is not covered: its page comes first', () => {
  for (const state of ['must-change-password', 'must-enrol'] as const) {
    const now = { ...locked, state }
    expect(keptSession(open, now)).toBe(now)
  }
  expect(keptSession(open, NO_SESSION)).toBe(NO_SESSION)
})

test('nothing is kept for another account, locked or not', () => {
  expect(keptSession(open, { ...other, state: 'locked' }).account?.id).toBe('b')
  expect(isSomeoneElse(open, other)).toBe(true)
  expect(isSomeoneElse(open, { ...other, state: 'locked' })).toBe(true)
  expect(isSomeoneElse(open, locked)).toBe(false)
  expect(isSomeoneElse(NO_SESSION, open)).toBe(false)
  expect(isSomeoneElse(open, NO_SESSION)).toBe(false)
})
