import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { columnTotal } from './column-total.ts'

const HEADER = ['TT', 'Đơn vị', 'Văn bản đi', 'Văn bản đến', 'Bình quân']
const vi = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.')
const table = fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 99_999 })), {
  minLength: 3,
  maxLength: 15,
})

function gridOf(rows: readonly (readonly [number, number])[], place: 'top' | 'bottom', marks: boolean): string[][] {
  const say = (value: number) => (marks ? vi(value) : String(value))
  const data = rows.map(([a, b], at) => [String(at + 1), `Xã ${at + 1}`, say(a), say(b), '3,5'])
  const sum = (column: 0 | 1) => rows.reduce((all, row) => all + row[column], 0)
  const total = ['', 'Tổng cộng', say(sum(0)), say(sum(1)), '3,5']
  return place === 'top' ? [HEADER, total, ...data] : [HEADER, ...data, total]
}

test('right totals, at the top or at the bottom, with marks or without, are left alone; averages are not added', () => {
  fc.assert(
    fc.property(table, fc.constantFrom('top' as const, 'bottom' as const), fc.boolean(), (rows, place, marks) => {
      expect(findingsOf(columnTotal, documentOf(gridOf(rows, place, marks)))).toEqual([])
    }),
  )
})

test('a wrong total in one column is proved by the other column', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 500 }), (rows, off) => {
      const grid = gridOf(rows, 'bottom', true)
      const last = grid.at(-1) ?? []
      last[2] = vi(rows.reduce((all, [a]) => all + a, 0) + off)
      const found = findingsOf(columnTotal, documentOf(grid))
      expect(found).toHaveLength(1)
      expect(found[0]?.severity).toBe('proved')
      expect(found[0]?.quotes).toContain(last[2])
    }),
  )
})

test('subtotals under Roman numbers, and a total of the subtotals', () => {
  const grid = [
    HEADER,
    ['', 'TỔNG SỐ', '100', '1.000', ''],
    ['I', 'Các phòng', '40', '400', ''],
    ['1', 'Phòng A', '15', '150', ''],
    ['2', 'Phòng B', '25', '250', ''],
    ['II', 'Các phường', '60', '600', ''],
    ['1', 'Phường C', '20', '200', ''],
    ['2', 'Phường D', '40', '400', ''],
  ]
  expect(findingsOf(columnTotal, documentOf(grid))).toEqual([])
  const wrong = grid.map((row) => row.map((text, at) => (row[1] === 'Các phường' && at === 3 ? '660' : text)))
  const found = findingsOf(columnTotal, documentOf(wrong))
  expect(found.some(({ quotes }) => quotes.includes('660'))).toBe(true)
})

test('a parent with figures of its own is not taken for a total', () => {
  const grid = [
    HEADER,
    ['I', 'UBND thành phố', '4.602', '8.187', ''],
    ['1', 'Văn phòng', '1.207', '139', ''],
    ['2', 'Phòng B', '4311', '18938', ''],
    ['3', 'Phòng C', '2541', '13162', ''],
  ]
  expect(findingsOf(columnTotal, documentOf(grid))).toEqual([])
})

test('a blank may hold what is missing from a total, so nothing is said', () => {
  const grid = [
    HEADER,
    ['1', 'A', '10', '100', ''],
    ['2', 'B', '', '200', ''],
    ['3', 'C', '30', '300', ''],
    ['', 'Cộng', '55', '600', ''],
  ]
  expect(findingsOf(columnTotal, documentOf(grid))).toEqual([])
})

test('a cell with a lost mark is put right when total and row agree on it', () => {
  const header = ['TT', 'Đơn vị', 'Tiếp nhận', 'Đúng hạn', 'Trễ hạn']
  const grid = [
    header,
    ['1', 'A', '12.340', '12.300', '40'],
    ['2', 'B', '4.567', '4.500', '67'],
    ['3', 'C', '8.900', '8.990', '10'],
    ['4', 'D', '7.001', '7.000', '1'],
    ['', 'Tổng cộng', '32.908', '32.790', '118'],
  ]
  const broken = grid.map((row) => row.map((text) => (text === '8.900' ? '9.000' : text)))
  expect(findingsOf(columnTotal, documentOf(broken))).toEqual([])
  const [found] = findingsOf(columnTotal, documentOf(grid))
  expect(found?.correction).toMatchObject({ changes: [{ from: '8.900', to: '9.000' }] })
})

test('rounded millions may miss their total by the rounding', () => {
  const grid = [
    ['TT', 'Nội dung', 'Dự toán (triệu đồng)', 'Thực hiện (triệu đồng)'],
    ['1', 'A', '10,3', '5,2'],
    ['2', 'B', '20,4', '6,1'],
    ['3', 'C', '30,4', '7,3'],
    ['', 'Tổng cộng', '61,0', '18,6'],
  ]
  expect(findingsOf(columnTotal, documentOf(grid))).toEqual([])
})
