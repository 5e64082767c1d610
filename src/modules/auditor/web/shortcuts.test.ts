import { expect, test } from 'vitest'
import { actionOf } from './shortcuts.ts'

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more })

test('letters walk and decide, in either case', () => {
  expect(['n', 'p', 'a', 'd', 'N', 'Escape', 'x'].map((key) => actionOf(press(key), 'page'))).toEqual([
    'next',
    'previous',
    'accept',
    'dismiss',
    'next',
    'close',
    null,
  ])
})

test('whoever types a reason or copies with Ctrl is left alone', () => {
  expect(actionOf(press('a'), 'typing')).toBeNull()
  expect(actionOf(press('a', { ctrlKey: true }), 'page')).toBeNull()
  expect(actionOf(press('p', { metaKey: true }), 'page')).toBeNull()
})

test('arrows walk on a card and scroll elsewhere', () => {
  expect(actionOf(press('ArrowDown'), 'card')).toBe('next')
  expect(actionOf(press('ArrowUp'), 'card')).toBe('previous')
  expect(actionOf(press('ArrowDown'), 'page')).toBeNull()
})
