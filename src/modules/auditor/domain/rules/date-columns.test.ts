import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, formatDay } from '#kernel/calendar.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { dateColumns } from './date-columns.ts'

const HEADER = ['STT', 'Nội dung nhiệm vụ', 'Ngày bắt đầu', 'Thời hạn hoàn thành']
const task = fc.tuple(fc.nat(3000), fc.integer({ min: 0, max: 400 }))
const grid = (tasks: readonly (readonly [number, number])[]) => [
  HEADER,
  ...tasks.map(([start, length], at) => {
    const from = addDays('2019-01-01', start)
    return [String(at + 1), `Nhiệm vụ ${at + 1}`, formatDay(from), formatDay(addDays(from, length))]
  }),
]
const find = (rows: string[][]) => findingsOf(dateColumns, documentOf(rows))

test('rows in order are never accused', () => {
  fc.assert(
    fc.property(fc.array(task, { minLength: 1, maxLength: 12 }), (tasks) => {
      expect(find(grid(tasks))).toEqual([])
    }),
  )
})

test('the only row out of order is proved by the others', () => {
  fc.assert(
    fc.property(fc.array(task, { minLength: 4, maxLength: 10 }), fc.nat(9), (tasks, pick) => {
      const at = pick % tasks.length
      const rows = grid(tasks.map(([start, length]) => [start, length + 1] as const))
      const row = rows[at + 1] ?? []
      rows[at + 1] = [row[0] ?? '', row[1] ?? '', row[3] ?? '', row[2] ?? '']
      expect(find(rows)).toMatchObject([{ severity: 'proved', quotes: [row[2], row[3]] }])
    }),
  )
})

test('where most rows are out of order, or the columns say nothing of begin and end, it keeps silent', () => {
  const rows = grid([
    [10, 5],
    [20, 5],
    [30, 5],
  ])
  const turned = rows.map((row, at) => (at === 0 ? row : [row[0] ?? '', row[1] ?? '', row[3] ?? '', row[2] ?? '']))
  expect(find(turned)).toEqual([])
  expect(find([['STT', 'Nội dung', 'Ngày họp', 'Ngày báo cáo'], ...turned.slice(1)])).toEqual([])
})
