import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Key, nextCell } from './table-keys.ts'

const size = { rows: 5000, columns: 4 }
const plain: Key = { key: '', shift: false, control: false, isList: false, atStart: true, atEnd: true }
const from = (row: number, column: number, key: string, more: Partial<Key> = {}) =>
  nextCell({ row, column }, { ...plain, key, ...more }, size)

test('keys lead from cell to cell as in a spreadsheet', () => {
  expect(from(3, 1, 'ArrowDown')).toEqual({ row: 4, column: 1 })
  expect(from(3, 1, 'Enter')).toEqual({ row: 4, column: 1 })
  expect(from(3, 1, 'Enter', { shift: true })).toEqual({ row: 2, column: 1 })
  expect(from(3, 1, 'ArrowUp', { control: true })).toEqual({ row: 0, column: 1 })
  expect(from(3, 1, 'ArrowRight')).toEqual({ row: 3, column: 2 })
  expect(from(4995, 1, 'PageDown')).toEqual({ row: 4999, column: 1 })
  expect(from(3, 1, 'End', { control: true })).toEqual({ row: 4999, column: 3 })
})

test('a key that a cell needs for itself stays there', () => {
  expect(from(3, 1, 'ArrowRight', { atEnd: false })).toBeNull()
  expect(from(3, 1, 'ArrowLeft', { atStart: false })).toBeNull()
  expect(from(3, 1, 'ArrowRight', { shift: true })).toBeNull()
  expect(from(3, 1, 'ArrowDown', { isList: true })).toBeNull()
  expect(from(3, 1, 'Home')).toBeNull()
  expect(from(3, 1, 'a')).toBeNull()
})

test('no key leads out of the table', () => {
  const keys = ['Enter', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'x']
  fc.assert(
    fc.property(
      fc.nat(30),
      fc.nat(5),
      fc.constantFrom(...keys),
      fc.boolean(),
      fc.boolean(),
      (rows, columns, key, shift, control) => {
        const most = { rows: rows + 1, columns: columns + 1 }
        for (const row of [0, rows])
          for (const column of [0, columns]) {
            const to = nextCell({ row, column }, { ...plain, key, shift, control }, most)
            if (to === null) continue
            expect(to.row >= 0 && to.row <= rows && to.column >= 0 && to.column <= columns).toBe(true)
          }
      },
    ),
  )
})
