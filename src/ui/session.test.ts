import { expect, test } from 'vitest'
import { may, NO_SESSION, type Session } from './session.tsx'

const holding = (...permissions: readonly string[]): Session => ({
  ...NO_SESSION,
  state: 'signed-in',
  account: { id: '1', name: 'Lan' },
  permissions,
})

test('a permission is held by its name, by its module or by everything', () => {
  expect(may(holding('indicators:read'), 'indicators:read')).toBe(true)
  expect(may(holding('indicators:*'), 'indicators:approve')).toBe(true)
  expect(may(holding('*'), 'identity:write')).toBe(true)
  expect(may(holding('indicators:read', 'reports:*'), 'indicators:approve')).toBe(false)
})

test('who is not signed in may only what anyone may', () => {
  expect(may({ ...NO_SESSION, permissions: ['*'] }, 'signed-in')).toBe(false)
  expect(may(NO_SESSION, 'anyone')).toBe(true)
  expect(may(holding(), 'signed-in')).toBe(true)
})
