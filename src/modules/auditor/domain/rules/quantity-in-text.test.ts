import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { quantityInText } from './quantity-in-text.ts'

const GRID = [
  ['TT', 'Đơn vị', 'Tổng số hồ sơ tiếp nhận', 'Đúng hạn', 'Trễ hạn'],
  ['1', 'UBND thành phố', '24.020', '23.987', '33'],
  ['2', 'Phường Thắng Tam', '65.158', '64.861', '297'],
]
const of = (sentence: string) => documentOf('1. Kết quả giải quyết hồ sơ', sentence, GRID)

test('a figure of the sentence that the sums of the table contradict', () => {
  const [found, ...more] = findingsOf(
    quantityInText,
    of('Toàn thành phố tiếp nhận 89.178 hồ sơ, trong đó đúng hạn 88.884, trễ hạn 330 hồ sơ.'),
  )
  expect(more).toEqual([])
  expect(found?.severity).toBe('proved')
  expect(found?.worked.vi).toContain('88.884 ≠ 88.848')
})

test('a figure of the row that the sentence names', () => {
  const found = findingsOf(
    quantityInText,
    of('Phường Thắng Tam tiếp nhận 65.158 hồ sơ, đúng hạn 64.816 hồ sơ, trễ hạn 297 hồ sơ.'),
  )
  expect(found.map(({ worked }) => worked.vi)).toEqual([expect.stringContaining('64.816 ≠ 64.861')])
})

test.each([
  'Toàn thành phố tiếp nhận 89.178 hồ sơ, trong đó đúng hạn 88.848, trễ hạn 330 hồ sơ.',
  'Toàn thành phố tiếp nhận hơn 89 nghìn hồ sơ, trong đó đúng hạn 88.848 hồ sơ.',
  'Toàn thành phố tiếp nhận 89.178 hồ sơ, trong đó hồ sơ trực tuyến đúng hạn 70.000, trễ hạn 330 hồ sơ.',
  'Quý I, toàn thành phố tiếp nhận 89.178 hồ sơ, trong đó đúng hạn 21.000, trễ hạn 50.',
  'Tiếp nhận 89.178 hồ sơ, đúng hạn 88.848, tăng 1.200 hồ sơ so với cùng kỳ.',
  'Đã ban hành 15 kế hoạch, tổ chức 20 lớp với 1.250 người tham gia.',
  'Thực hiện Kế hoạch số 1402 ngày 14 tháng 6 năm 2023, tiếp nhận 12 hồ sơ.',
])('“%s” says nothing against the table', (sentence) => {
  expect(findingsOf(quantityInText, of(sentence))).toEqual([])
})

test('a figure one digit off is likely a slip, one far off may be about something else', () => {
  expect(findingsOf(quantityInText, of('Toàn thành phố tiếp nhận 89.718 hồ sơ.'))).toMatchObject([
    { severity: 'likely' },
  ])
  expect(findingsOf(quantityInText, of('Toàn thành phố tiếp nhận 97.654 hồ sơ.'))).toEqual([])
})

test('a figure beside two others of one row is told whatever the words, when it is one slip away', () => {
  const found = findingsOf(
    quantityInText,
    of('Số liệu của phường lớn nhất lần lượt là 65.158; 64.816; 33.333 và 23.987.'),
  )
  expect(found).toEqual([])
  const grid = [
    ['TT', 'Chỉ tiêu', 'Năm trước', 'Lũy kế', 'So cùng kỳ (%)'],
    ['1', 'Tổng lượt khách', '538.426', '615.258', '14,3'],
    ['2', 'Khách lưu trú', '229.373', '201.204', '-12,3'],
  ]
  const told = (value: string) =>
    findingsOf(
      quantityInText,
      documentOf('1. Du lịch', grid, `Đến nay đã đón ${value} lượt khách so với 538.426 lượt, tăng 14,3%.`),
    )
  expect(told('615.268')).toMatchObject([{ severity: 'likely' }])
  expect(told('615.258')).toEqual([])
  expect(told('720.001')).toEqual([])
})

const UNITS = ['Phường Thắng Tam', 'Phường Rạch Dừa', 'Xã Long Sơn', 'Phường Nguyễn An Ninh', 'Xã Phước Hưng']
const table = fc.array(fc.tuple(fc.integer({ min: 500, max: 90_000 }), fc.integer({ min: 1, max: 400 })), {
  minLength: 2,
  maxLength: UNITS.length,
})
type Row = readonly [onTime: number, late: number]
const gridOf = (rows: readonly Row[]) => [
  GRID[0] ?? [],
  ...rows.map(([onTime, late], at) => [
    String(at + 1),
    UNITS[at] ?? '',
    ...[onTime + late, onTime, late].map((value) => formatNumber(value)),
  ]),
]
const sumOf = (rows: readonly Row[]): Row => [
  rows.reduce((sum, [onTime]) => sum + onTime, 0),
  rows.reduce((sum, [, late]) => sum + late, 0),
]
const told = (name: string, [onTime, late]: Row, whole = onTime + late) =>
  `${name} tiếp nhận ${formatNumber(whole)} hồ sơ, trong đó đúng hạn ${formatNumber(onTime)}, trễ hạn ${formatNumber(late)} hồ sơ.`
const sectioned = (sentences: readonly string[], rows: readonly Row[]) =>
  documentOf('1. Kết quả giải quyết hồ sơ', ...sentences, gridOf(rows))

test('sentences that tell every row and the sum as the table has them are right', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const sentences = [told('Toàn thành phố', sumOf(rows)), ...rows.map((row, at) => told(UNITS[at] ?? '', row))]
      expect(findingsOf(quantityInText, sectioned(sentences, rows))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a wrong figure of a sentence is proved by the two that are right, at its place in the text and in the table', () => {
  fc.assert(
    fc.property(table, fc.nat(), fc.integer({ min: 1, max: 40_000 }), (rows, pick, off) => {
      const at = pick % (rows.length + 1)
      const [name, right] = at === rows.length ? ['Toàn thành phố', sumOf(rows)] : [UNITS[at] ?? '', rows[at] ?? [0, 0]]
      const wrong = right[0] + off
      fc.pre(wrong !== right[0] + right[1])
      const sentence = told(name, [wrong, right[1]], right[0] + right[1])
      const found = findingsOf(quantityInText, sectioned([sentence], rows))
      expect(found).toMatchObject([{ severity: 'proved' }])
      const [said, ...cells] = found[0]?.spots ?? []
      expect(sentence.slice(said?.from, said?.to)).toBe(formatNumber(wrong))
      const accused = at === rows.length ? rows.map((_, row) => row + 1) : [at + 1]
      expect(cells.slice(0, accused.length).map(({ row, column }) => [row, column])).toEqual(
        accused.map((row) => [row, 3]),
      )
    }),
    { numRuns: 100 },
  )
})
