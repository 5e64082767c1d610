import { expect, test } from 'vitest'
import { many } from './messages.ts'

test('one is said in the singular, everything else in the plural', () => {
  expect(many(1, 'case')).toBe('1 case')
  expect(many('1', 'case')).toBe('1 case')
  expect(many(0, 'case')).toBe('0 cases')
  expect(many('1.021', 'case is', 'cases are')).toBe('1.021 cases are')
  expect(many(2, 'try', 'tries')).toBe('2 tries')
})
