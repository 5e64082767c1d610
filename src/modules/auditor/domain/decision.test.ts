import { expect, test } from 'vitest'
import { decidedBy, holdsBack, type KeyedDecision } from './decision.ts'

const finding = { key: 'rule:row 1:98%', placeKey: 'rule:row 1' }
const decision = (more: Partial<KeyedDecision>): KeyedDecision => ({
  ...finding,
  decision: 'dismissed',
  reason: 'đã đối chiếu',
  byName: 'Lan',
  at: '2026-11-22T02:00:00.000Z',
  version: 1,
  stated: { vi: '98%', en: '98%' },
  ...more,
})

test('nobody has decided: open', () => {
  expect(decidedBy([])(finding)).toEqual({ state: 'open', decision: null, earlier: null })
})

test('the last word on the same finding holds, from whichever version', () => {
  const stands = decidedBy([decision({ decision: 'accepted' }), decision({ version: 2, byName: 'Minh' })])
  expect(stands(finding)).toMatchObject({ state: 'dismissed', decision: { byName: 'Minh', version: 2 }, earlier: null })
  const reopened = decidedBy([decision({}), decision({ decision: 'reopened', reason: '' })])
  expect(reopened(finding)).toMatchObject({ state: 'open', decision: { decision: 'reopened' } })
})

test('other numbers at the same place: open again, with the earlier word shown', () => {
  const stands = decidedBy([decision({})])
  expect(stands({ ...finding, key: 'rule:row 1:97%' })).toMatchObject({
    state: 'open',
    decision: null,
    earlier: { decision: 'dismissed', reason: 'đã đối chiếu', stated: { vi: '98%' } },
  })
  expect(stands({ key: 'rule:row 2:98%', placeKey: 'rule:row 2' }).earlier).toBeNull()
})

test('what is shown of a decision has no keys', () => {
  expect(Object.keys(decidedBy([decision({})])(finding).decision ?? {}).toSorted()).toEqual(
    ['at', 'byName', 'decision', 'reason', 'stated', 'version'].toSorted(),
  )
})

test('only a proved finding that nobody dismissed holds a report back; one that is agreed on does', () => {
  expect(holdsBack({ severity: 'proved' }, { state: 'open' })).toBe(true)
  expect(holdsBack({ severity: 'proved' }, { state: 'accepted' })).toBe(true)
  expect(holdsBack({ severity: 'proved' }, { state: 'dismissed' })).toBe(false)
  expect(holdsBack({ severity: 'likely' }, { state: 'open' })).toBe(false)
})
