import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { sequence } from './sequence.ts'

const find = (...parts: (string | string[][])[]) => findingsOf(sequence, documentOf(...parts))
const HEADER = ['TT', 'Đơn vị', 'Số hồ sơ']
const row = (order: string, at: number) => [order, `Đơn vị ${at}`, String(100 + at * 7)]

test('a number left out between rows, one used twice', () => {
  const gap = [HEADER, ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '11', '12'].map(row)]
  expect(find(gap)).toMatchObject([{ severity: 'look', quotes: ['11', '9'], worked: { vi: 'không có số 10' } }])
  const twice = [HEADER, ...['01', '02', '03', '04', '05', '05', '06', '07'].map(row)]
  expect(find(twice)).toMatchObject([{ severity: 'look', worked: { vi: 'số 05 đứng hai lần' } }])
})

test('sections of the text', () => {
  const found = find(
    'I. MỤC TIÊU',
    'II. NHIỆM VỤ',
    '1. Nhận thức',
    '2. Thể chế',
    'IV. GIẢI PHÁP',
    '1. Truyền thông',
    '2. Lãnh đạo',
  )
  expect(found).toMatchObject([{ severity: 'look', worked: { vi: 'không có số III' } }])
  expect(find('10. Chính quyền', '11. Kinh tế', '11. Xã hội', '12. Đô thị')).toHaveLength(1)
})

test('numbering begins anew in each section, and lists stand within sections', () => {
  expect(
    find(
      '1. Phần mềm',
      '2. Chữ ký số',
      'a) Cấp tỉnh',
      '6.1. Chỉ đạo',
      '6.2. Kết quả',
      '3. Số hóa',
      '1. Ý một',
      '2. Ý hai',
      '4. Kết luận',
    ),
  ).toEqual([])
  const table = [
    HEADER,
    ['I', 'Các phòng', ''],
    row('1', 1),
    row('2', 2),
    ['II', 'Các phường', ''],
    row('1', 3),
    row('2', 4),
    row('3', 5),
  ]
  expect(find(table)).toEqual([])
})

test('an excerpt keeps the numbers of the whole and is left alone', () => {
  expect(find([HEADER, ...['3', '7', '12', '18', '25', '26', '40'].map(row)])).toEqual([])
})

test('unbroken numbering is never accused, one row taken out always is', () => {
  const style = fc.constantFrom(
    (at: number) => String(at),
    (at: number) => String(at).padStart(2, '0'),
  )
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 30 }), style, fc.nat(100), (count, write, pick) => {
      const orders = Array.from({ length: count }, (_, at) => write(at + 1))
      expect(find([HEADER, ...orders.map(row)])).toEqual([])
      const out = 1 + (pick % (count - 2))
      expect(find([HEADER, ...orders.filter((_, at) => at !== out).map(row)])).toHaveLength(1)
    }),
  )
})
