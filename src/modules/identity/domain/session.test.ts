import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCOUNT_KINDS, idleLockMs, isPrivileged, type SessionFacts, sessionState } from './session.ts'
import { SETTING_RULES, settingsFrom } from './settings.ts'

const NOW = new Date('2026-11-21T02:00:00Z')
const settings = settingsFrom({})
const facts = (changes: Partial<SessionFacts> = {}): SessionFacts => ({
  kind: 'personal',
  lastSeenAt: NOW,
  lockedAt: null,
  expiresAt: new Date(NOW.getTime() + 3_600_000),
  mustChange: false,
  passwordChangedAt: new Date('2026-11-01T00:00:00Z'),
  hasSecondFactor: false,
  ...changes,
})
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

test('a business session locks after fifteen idle minutes, an administrator’s after five', () => {
  expect(sessionState(facts({ lastSeenAt: minutesAgo(14.9) }), NOW, settings)).toBe('signed-in')
  expect(sessionState(facts({ lastSeenAt: minutesAgo(15) }), NOW, settings)).toBe('locked')
  const administrator = { kind: 'administrator', hasSecondFactor: true } as const
  expect(sessionState(facts({ ...administrator, lastSeenAt: minutesAgo(4.9) }), NOW, settings)).toBe('signed-in')
  expect(sessionState(facts({ ...administrator, lastSeenAt: minutesAgo(5) }), NOW, settings)).toBe('locked')
})

test('an administrator without a second factor may only enrol one; with an old password only change it', () => {
  expect(sessionState(facts({ kind: 'administrator' }), NOW, settings)).toBe('must-enrol')
  const old = { kind: 'administrator', hasSecondFactor: true, passwordChangedAt: minutesAgo(60 * 24 * 60) } as const
  expect(sessionState(facts(old), NOW, settings)).toBe('must-change-password')
  expect(sessionState(facts({ ...old, passwordChangedAt: null }), NOW, settings)).toBe('signed-in')
  expect(sessionState(facts(), NOW, settingsFrom({ 'second-factor-for-all': 1 }))).toBe('must-enrol')
})

test('no setting can be laxer than its bounds, and later is never freer', () => {
  const anySet = fc.record(Object.fromEntries(SETTING_RULES.map(({ key }) => [key, fc.integer()])))
  fc.assert(
    fc.property(anySet, fc.constantFrom(...ACCOUNT_KINDS), fc.nat(120), fc.nat(120), (set, kind, idle, more) => {
      const bounded = settingsFrom(set)
      for (const rule of SETTING_RULES) {
        expect(bounded[rule.key]).toBeGreaterThanOrEqual(rule.min)
        expect(bounded[rule.key]).toBeLessThanOrEqual(rule.max)
      }
      expect(idleLockMs(kind, bounded)).toBeLessThanOrEqual((isPrivileged(kind) ? 5 : 15) * 60_000)
      const now = sessionState(facts({ kind, lastSeenAt: minutesAgo(idle) }), NOW, bounded)
      const later = sessionState(facts({ kind, lastSeenAt: minutesAgo(idle + more) }), NOW, bounded)
      if (now === 'locked') expect(later).toBe('locked')
    }),
  )
})
