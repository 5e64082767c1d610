import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Column } from './data-table-column.ts'
import { headerRows } from './data-table-header.ts'
import { nextRow } from './data-table-keys.ts'
import { sortRows } from './data-table-sort.ts'

type Row = { readonly name: string; readonly count: number | null }

const columns: readonly Column<Row>[] = [
  { key: 'name', label: 'Tên', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'count', label: 'Số', cell: ({ count }) => count, sortBy: ({ count }) => count },
]

test('names stand in the order of the Vietnamese alphabet, numbers inside them by size', () => {
  const rows = ['Phường 10', 'Đông', 'Phường 2', 'Dương', 'Ân', 'An'].map((name) => ({ name, count: 0 }))
  const sorted = sortRows(rows, columns, { key: 'name', descending: false })
  expect(sorted.map(({ name }) => name)).toEqual(['An', 'Ân', 'Dương', 'Đông', 'Phường 2', 'Phường 10'])
})

test('rows without a value stand last in both directions, and no row is lost', () => {
  const row = fc.record({ name: fc.string(), count: fc.option(fc.integer()) })
  fc.assert(
    fc.property(fc.array(row), fc.boolean(), (rows, descending) => {
      const counts = sortRows(rows, columns, { key: 'count', descending }).map(({ count }) => count)
      const known = counts.filter((count) => count !== null)
      expect(counts.slice(0, known.length)).toEqual(known.toSorted((a, b) => (descending ? b - a : a - b)))
      expect(counts).toHaveLength(rows.length)
    }),
  )
})

test('an unknown column leaves the order as it came', () => {
  const rows = [
    { name: 'b', count: 1 },
    { name: 'a', count: 2 },
  ]
  expect(sortRows(rows, columns, { key: 'other', descending: false })).toBe(rows)
})

test('grouped columns share a heading, the others span both rows', () => {
  const cell = () => null
  const grouped: readonly Column<Row>[] = [
    { key: 'unit', label: 'Đơn vị', cell, pinned: true, width: 200 },
    { key: 'in', label: 'Nhận', group: 'Hồ sơ', cell },
    { key: 'out', label: 'Trả', group: 'Hồ sơ', cell },
    { key: 'rate', label: 'Tỷ lệ', group: 'Kết quả', cell },
  ]
  const rows = headerRows(grouped).map((cells) => cells.map(({ label, colSpan, rowSpan }) => [label, colSpan, rowSpan]))
  expect(rows).toEqual([
    [
      ['Đơn vị', 1, 2],
      ['Hồ sơ', 2, 1],
      ['Kết quả', 1, 1],
    ],
    [
      ['Nhận', 1, 1],
      ['Trả', 1, 1],
      ['Tỷ lệ', 1, 1],
    ],
  ])
})

test('a table without groups has one row of headings', () => {
  expect(headerRows(columns).map((cells) => cells.map(({ label }) => label))).toEqual([['Tên', 'Số']])
})

test('arrow keys never walk out of the table', () => {
  const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.array(key), (count, keys) => {
      const last = keys.reduce((row, pressed) => nextRow(pressed, row, count) ?? row, 0)
      expect(last).toBeGreaterThanOrEqual(0)
      expect(last).toBeLessThan(count)
    }),
  )
  expect(nextRow('End', 0, 10_000)).toBe(9999)
  expect(nextRow('a', 0, 10)).toBeNull()
})
