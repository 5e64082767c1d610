import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerKey, type Mode } from './grid-keys.ts'

const size = { rows: 12, columns: 2 }
const press = (
  key: string,
  held: { shift?: boolean; ctrl?: boolean } = {},
  mode: Mode = 'walk',
  at = { row: 3, column: 0 },
) => answerKey({ key, shift: held.shift ?? false, ctrl: held.ctrl ?? false }, at, size, mode)

test('arrows and Enter walk, Shift+Enter goes back up', () => {
  expect(press('ArrowDown')).toEqual({ go: { row: 4, column: 0 } })
  expect(press('ArrowRight')).toEqual({ go: { row: 3, column: 1 } })
  expect(press('Enter')).toEqual({ go: { row: 4, column: 0 } })
  expect(press('Enter', { shift: true })).toEqual({ go: { row: 2, column: 0 } })
})

test('with Ctrl one goes to the edge', () => {
  expect(press('ArrowDown', { ctrl: true })).toEqual({ go: { row: 11, column: 0 } })
  expect(press('Home', { ctrl: true })).toEqual({ go: { row: 0, column: 0 } })
  expect(press('End', { ctrl: true })).toEqual({ go: { row: 11, column: 1 } })
})

test('while editing, left and right stay in the text, up and down and Enter leave it', () => {
  expect(press('ArrowLeft', {}, 'edit')).toBeNull()
  expect(press('Home', {}, 'edit')).toBeNull()
  expect(press('ArrowDown', {}, 'edit')).toEqual({ go: { row: 4, column: 0 } })
  expect(press('Enter', {}, 'edit')).toEqual({ go: { row: 4, column: 0 } })
})

test('F2 goes into the text, also while typing; Escape takes back', () => {
  expect(press('F2')).toEqual({ mode: 'edit' })
  expect(press('F2', {}, 'edit')).toEqual({ mode: 'edit' })
  expect(press('Escape', {}, 'edit')).toEqual({ undo: true })
  expect(press('Escape')).toBeNull()
})

test('Tab, letters and paste belong to the browser', () => {
  for (const key of ['Tab', 'a', '5', 'Delete', 'Backspace', 'v']) expect(press(key, { ctrl: key === 'v' })).toBeNull()
})

test('no key ever leads out of the grid', () => {
  const keys = fc.constantFrom(
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Enter',
    'PageUp',
    'PageDown',
    'Home',
    'End',
  )
  fc.assert(
    fc.property(fc.array(fc.record({ key: keys, shift: fc.boolean(), ctrl: fc.boolean() })), (presses) => {
      let at = { row: 0, column: 0 }
      for (const pressed of presses) {
        const answer = answerKey(pressed, at, size, 'walk')
        if (answer && 'go' in answer) at = answer.go
        expect(at.row >= 0 && at.row < size.rows && at.column >= 0 && at.column < size.columns).toBe(true)
      }
    }),
  )
})
