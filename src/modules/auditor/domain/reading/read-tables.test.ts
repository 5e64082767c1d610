import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, type Part } from '../document.fixture.ts'
import { NOTHING_KNOWN } from '../knowledge.ts'
import { read } from './read.ts'

const tablesOf = (...parts: readonly Part[]) => read(documentOf(...parts), NOTHING_KNOWN).tables

const TWO_ROWS = [
  ['T T', 'Tên cơ quan, đơn vị', 'Số lượng VB trên phần mềm', '', 'Số lượng VB ngoài phần mềm', ''],
  ['', '', 'VB đi', 'VB đến', 'VB đi', 'VB đến'],
]

test('headers of two rows: an empty place takes the group to its left', () => {
  const [table] = tablesOf([
    ...TWO_ROWS,
    ['1', 'Phòng A', '4.602', '8.187', '0', '0'],
    ['2', 'Phòng B', '4311', '18938', '0', '108'],
  ])
  expect(table?.columns.map(({ header }) => header)).toEqual([
    'T T',
    'Tên cơ quan, đơn vị',
    'Số lượng VB trên phần mềm › VB đi',
    'Số lượng VB trên phần mềm › VB đến',
    'Số lượng VB ngoài phần mềm › VB đi',
    'Số lượng VB ngoài phần mềm › VB đến',
  ])
  expect(table?.columns.map(({ kind }) => kind)).toEqual(['order', 'label', 'count', 'count', 'count', 'count'])
  expect(table?.rows.map(({ kind }) => kind)).toEqual(['header', 'header', 'data', 'data'])
})

test('a table that a page cut, with its header repeated, is one table', () => {
  const joined = tablesOf(
    '1. Phần mềm',
    [...TWO_ROWS, ['1', 'A', '10', '20', '0', '0']],
    [...TWO_ROWS, ['2', 'B', '30', '40', '0', '0']],
  )
  expect(joined).toHaveLength(1)
  expect(joined[0]?.rows.filter(({ kind }) => kind === 'data').map(({ label }) => label)).toEqual(['A', 'B'])
  expect(joined[0]?.title).toBe('1. Phần mềm')
})

test('a row that a page cut is one row', () => {
  const header = ['STT', 'Nội dung', 'Chỉ tiêu', 'Kết quả thực hiện']
  const [table, ...more] = tablesOf(
    [
      header,
      ['03', 'Thanh toán', '30%', '100% (55/55)'],
      ['04', 'Thủ tục được thanh toán trên Cổng Dịch', '60%', '100% (55/55)'],
    ],
    [
      ['', 'vụ công tỉnh.', '', ''],
      ['05', 'Người dân', '100%', '22.4% (118.103/527.025)'],
    ],
  )
  expect(more).toEqual([])
  expect(table?.rows.map(({ label }) => label).slice(1)).toEqual([
    'Thanh toán',
    'Thủ tục được thanh toán trên Cổng Dịch vụ công tỉnh.',
    'Người dân',
  ])
  expect(table?.rows[3]?.spot).toMatchObject({ block: 1, row: 1 })
})

test('two tables under their own titles stay two', () => {
  const one = [
    ['TT', 'Đơn vị', 'Số hồ sơ'],
    ['1', 'A', '10'],
  ]
  expect(tablesOf('a) Bảng một', one, 'b) Bảng hai', one)).toHaveLength(2)
})

test('column numbers in a row of their own name the columns and bring formulas', () => {
  const [table] = tablesOf([
    ['TT', 'Đơn vị', 'Tiếp nhận', 'Đúng hạn', 'Tỷ lệ'],
    ['A', 'B', '1', '2', '3=2/1'],
    ['1', 'X', '1.000', '900', '90,0'],
    ['2', 'Y', '500', '500', '100'],
  ])
  expect(table?.columns[4]).toMatchObject({
    kind: 'percent',
    mark: '3',
    formula: { sum: [{ column: 3, sign: 1 }], over: [{ column: 2, sign: 1 }] },
  })
  expect(table?.rows.map(({ kind }) => kind)).toEqual(['header', 'header', 'data', 'data'])
})

test('years as headers are headers', () => {
  const [table] = tablesOf([
    ['TT', 'Chỉ tiêu', '2022', '2023'],
    ['1', 'Dân số', '357.124', '361.009'],
    ['2', 'Số hộ', '88.120', '89.035'],
  ])
  expect(table?.rows.map(({ kind }) => kind)).toEqual(['header', 'data', 'data'])
  expect(table?.columns[2]?.header).toBe('2022')
})

test('Roman numbers hold Arabic ones; totals hold nothing', () => {
  const [table] = tablesOf([
    ['TT', 'Đơn vị', 'Số hồ sơ'],
    ['I', 'Cấp tỉnh', '30'],
    ['1', 'Sở A', '10'],
    ['2', 'Sở B', '20'],
    ['II', 'Cấp xã', ''],
    ['1', 'Xã C', '5'],
    ['', 'Tổng cộng', '35'],
  ])
  expect(table?.rows.map(({ kind }) => kind)).toEqual(['header', 'data', 'data', 'data', 'section', 'data', 'total'])
  expect(table?.rows.map(({ parent }) => parent)).toEqual([null, null, 1, 1, null, 4, null])
})

test('every grid of texts is read without a fault, and every row keeps its place', () => {
  const text = fc.oneof(
    fc.constantFrom('', 'I', '1', '(1)', '12,5%', '3=2/1', 'Tổng cộng', 'Đơn vị', '1.234', 'x/y'),
    fc.string({ maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }), (grid) => {
      const [table] = tablesOf(grid)
      expect(table?.rows.map(({ spot }) => spot.row)).toEqual(grid.map((_, row) => row))
      expect(table?.columns).toHaveLength(Math.max(...grid.map((row) => row.length)))
    }),
  )
})
