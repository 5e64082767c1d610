import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headerRows } from './table-header.ts'

test('neighbours under one heading share it, and a lone heading reaches to the bottom', () => {
  const rows = headerRows([{ headers: ['TT'] }, { headers: ['Văn bản', 'Đi'] }, { headers: ['Văn bản', 'Đến'] }])
  expect(rows).toEqual([
    [
      { text: 'TT', column: 0, columns: 1, rows: 2 },
      { text: 'Văn bản', column: 1, columns: 2, rows: 1 },
    ],
    [
      { text: 'Đi', column: 1, columns: 1, rows: 1 },
      { text: 'Đến', column: 2, columns: 1, rows: 1 },
    ],
  ])
})

test('every place of the heading is covered exactly once', () => {
  const word = fc.constantFrom('a', 'b', 'c')
  const column = fc.array(word, { minLength: 1, maxLength: 4 }).map((headers) => ({ headers }))
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 12 }), (columns) => {
      const rows = headerRows(columns)
      const covered = rows.map(() => columns.map(() => 0))
      rows.forEach((cells, row) => {
        for (const cell of cells) {
          for (let down = 0; down < cell.rows; down++) {
            for (let across = 0; across < cell.columns; across++) {
              const line = covered[row + down]
              if (line) line[cell.column + across] = (line[cell.column + across] ?? 0) + 1
            }
          }
        }
      })
      expect(covered.flat().every((count) => count === 1)).toBe(true)
    }),
  )
})
