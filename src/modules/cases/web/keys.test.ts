import { expect, test } from 'vitest'
import { keyName } from './keys.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false }

test('a key has one name, whatever stands on the keyboard', () => {
  expect(keyName({ ...plain, key: 'J' })).toBe('j')
  expect(keyName({ ...plain, key: '?' })).toBe('?')
  expect(keyName({ ...plain, key: 'Enter', ctrlKey: true })).toBe('Control+Enter')
  expect(keyName({ ...plain, key: 'Enter', metaKey: true })).toBe('Control+Enter')
  expect(keyName({ ...plain, key: 'n', altKey: true })).toBe('Alt+n')
})
