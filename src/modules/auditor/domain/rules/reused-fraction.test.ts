import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { reusedFraction } from './reused-fraction.ts'

const HEADER = ['TT', 'Nội dung', 'Chỉ tiêu', 'Kết quả thực hiện']
const rowsOf = (...rows: readonly (readonly [string, string])[]) => [
  HEADER,
  ...rows.map(([label, answer], at) => [String(at + 1), label, '90%', answer]),
]
const PAYMENTS = [
  ['TT', 'Đơn vị', 'Tổng số giao dịch thanh toán', 'Số giao dịch thành công'],
  ['1', 'UBND thành phố', '23.802', '23.391'],
  ['2', 'UBND phường', '67.375', '66.886'],
]

test('one pair for two indicators and for a table about something else is one finding', () => {
  const found = findingsOf(
    reusedFraction,
    documentOf(
      PAYMENTS,
      'Kết quả',
      rowsOf(
        ['Hồ sơ thực hiện trực tuyến từ xa', '98,27% (23.391/23.802)'],
        ['Hồ sơ thực hiện trực tuyến', '98,27% (23.391/23.802)'],
        ['Hộ', '95% (950/1000)'],
      ),
    ),
  )
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ severity: 'likely' })
  expect(found[0]?.quotes).toEqual(['98,27% (23.391/23.802)', '98,27% (23.391/23.802)', '23.391', '23.802'])
})

test('one large numerator over two wholes', () => {
  const found = findingsOf(
    reusedFraction,
    documentOf(
      rowsOf(
        ['Người dân và doanh nghiệp được định danh', '22,4% (118.103/527.025)'],
        ['Dân số trưởng thành có tài khoản định danh', '82,95% (118.103/142.378)'],
      ),
    ),
  )
  expect(found).toMatchObject([{ severity: 'likely' }])
  expect(found[0]?.spots).toHaveLength(2)
})

test('the payments indicator may quote the payments table', () => {
  const document = documentOf(
    PAYMENTS,
    'Kết quả',
    rowsOf(['Giao dịch thanh toán trực tuyến thành công', '98,27% (23.391/23.802)'], ['Hộ', '95% (950/1000)']),
  )
  expect(findingsOf(reusedFraction, document)).toEqual([])
})

test('shared households, all of all, small numbers and round numbers are right', () => {
  const document = documentOf(
    rowsOf(
      ['Hộ có Internet', '100% (89.035/89.035)'],
      ['Hộ có công tơ điện tử', '92,02% (81.930/89.035)'],
      ['Hộ thanh toán nước không tiền mặt', '86,95% (77.420/89.035)'],
      ['Xã có trang thông tin', '100% (17/17)'],
      ['Xã có đài truyền thanh', '100% (17/17)'],
      ['Xã có wifi', '70,59% (12/17)'],
      ['Xã có camera', '70,59% (12/17)'],
      ['Doanh nghiệp có website', '50% (450/900)'],
      ['Doanh nghiệp bán hàng trên mạng', '50% (450/900)'],
    ),
  )
  expect(findingsOf(reusedFraction, document)).toEqual([])
})

test('one indicator told in two tables is one indicator', () => {
  const rows = rowsOf(['Hồ sơ thực hiện trực tuyến', '98,27% (23.391/23.802)'], ['Hộ', '95% (950/1000)'])
  expect(findingsOf(reusedFraction, documentOf('Tóm tắt', rows, 'Chi tiết', rows))).toEqual([])
})

const shareOf = (top: number, bottom: number) => `${formatNumber(Math.round((top / bottom) * 10000) / 100)}%`
const answerOf = (top: number, bottom: number) =>
  `${shareOf(top, bottom)} (${formatNumber(top)}/${formatNumber(bottom)})`

const LABELS = [
  'Hộ có Internet',
  'Hộ có công tơ điện tử',
  'Hộ thanh toán nước không tiền mặt',
  'Doanh nghiệp có website',
  'Doanh nghiệp bán hàng trên mạng',
  'Hồ sơ được số hóa',
  'Hồ sơ thực hiện trực tuyến',
]
const SHARED = [0, 0, 0, 1, 1, 2, 2]
/** Wholes of three kinds, and a part of one of them for each label, no two of them the same. */
const table = fc
  .tuple(
    fc.tuple(
      fc.integer({ min: 5000, max: 30_000 }),
      fc.integer({ min: 31_000, max: 60_000 }),
      fc.integer({ min: 61_000, max: 400_000 }),
    ),
    fc.uniqueArray(fc.integer({ min: 1, max: 4999 }), { minLength: LABELS.length, maxLength: LABELS.length }),
  )
  .map(([wholes, tops]) => tops.map((top, at) => [top, wholes[SHARED[at] ?? 0] ?? 0] as const))
const telling = (least: number) => fc.integer({ min: least, max: 4999 }).filter((value) => value % 100 !== 0)
const gridOf = (fractions: readonly (readonly [number, number])[]) =>
  rowsOf(...fractions.map(([top, bottom], at) => [LABELS[at] ?? '', answerOf(top, bottom)] as const))

test('shared wholes with parts of their own are right, and so is all of all', () => {
  fc.assert(
    fc.property(table, fc.subarray([...LABELS.keys()]), (fractions, full) => {
      const rows = fractions.map(([top, bottom], at) =>
        full.includes(at) ? ([bottom, bottom] as const) : ([top, bottom] as const),
      )
      expect(findingsOf(reusedFraction, documentOf(gridOf(rows)))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a fraction copied to another row, whole or only its numerator, is found at both rows', () => {
  const two = fc.shuffledSubarray([...LABELS.keys()], { minLength: 2, maxLength: 2 })
  fc.assert(
    fc.property(table, two, telling(1000), (fractions, [from = 0, to = 1], top) => {
      const [source, target] = [fractions[from]?.[1] ?? 0, fractions[to]?.[1] ?? 0]
      fc.pre(source % 100 !== 0 && fractions.every(([other]) => other !== top))
      const rows = [from + 1, to + 1].toSorted((a, b) => a - b)
      const at = (bottom: number) =>
        findingsOf(reusedFraction, documentOf(gridOf(fractions.with(from, [top, source]).with(to, [top, bottom])))).map(
          ({ severity, spots }) => ({ severity, rows: spots.map(({ row }) => row) }),
        )
      expect(at(source)).toEqual([{ severity: 'likely', rows }])
      if (source !== target) expect(at(target)).toEqual([{ severity: 'likely', rows }])
    }),
    { numRuns: 60 },
  )
})

test('a fraction of the payments table is right for payments and copied for dossiers', () => {
  const counts = fc.tuple(telling(100), telling(100)).filter(([a, b]) => a !== b)
  fc.assert(
    fc.property(counts, counts, fc.integer({ min: 1, max: 2 }), (one, other, at) => {
      const pairs = [one, other].map((pair) => [Math.max(...pair), Math.min(...pair)] as const)
      fc.pre(new Set(pairs.flat()).size === 4)
      const cells = pairs.map((pair, row) => [
        ...(PAYMENTS[row + 1]?.slice(0, 2) ?? []),
        ...pair.map((value) => formatNumber(value)),
      ])
      const [bottom, top] = pairs[at - 1] ?? [2, 1]
      const answer = answerOf(top, bottom)
      const found = (label: string) =>
        findingsOf(
          reusedFraction,
          documentOf([PAYMENTS[0] ?? [], ...cells], 'Kết quả', rowsOf([label, answer], ['Hộ', '95% (950/1000)'])),
        )
      expect(found('Giao dịch thanh toán trực tuyến thành công')).toEqual([])
      const [copied, ...more] = found('Hồ sơ thực hiện trực tuyến')
      expect(more).toEqual([])
      expect(copied).toMatchObject({ severity: 'likely', quotes: [answer, formatNumber(top), formatNumber(bottom)] })
      expect(copied?.spots.slice(1).map(({ row }) => row)).toEqual([at, at])
    }),
    { numRuns: 60 },
  )
})
