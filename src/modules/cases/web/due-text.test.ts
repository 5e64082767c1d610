import { expect, test } from 'vitest'
import { leftText, nearnessOf } from './due-text.ts'

test.each([
  [660, 'còn 1 ngày 3 giờ', '1 day 3 hours left'],
  [-960, 'trễ 2 ngày', '2 days late'],
  [40, 'còn 40 phút', '40 minutes left'],
  [150, 'còn 2 giờ 30 phút', '2 hours 30 minutes left'],
  [-61, 'trễ 1 giờ 1 phút', '1 hour 1 minute late'],
  [0, 'đến hạn', 'due now'],
  [12 * 480 + 200, 'còn 12 ngày', '12 days left'],
])('%i working minutes are said in days of eight hours', (minutes, vi, en) => {
  expect(leftText(minutes, 'vi')).toBe(vi)
  expect(leftText(minutes, 'en')).toBe(en)
})

test('a case is near its due moment within two working days', () => {
  expect(nearnessOf(-1)).toBe('late')
  expect(nearnessOf(0)).toBe('near')
  expect(nearnessOf(960)).toBe('near')
  expect(nearnessOf(961)).toBe('far')
})
