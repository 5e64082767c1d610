import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf } from '../document.fixture.ts'
import type { KnownFigure } from '../knowledge.ts'
import { read } from '../reading/read.ts'
import { asStored } from './as-stored.ts'

const figure = (name: string, unitName: string, numerator: number, denominator: number | null): KnownFigure => ({
  code: 'X',
  name,
  unitName,
  period: '2023-9M',
  numerator,
  denominator,
})
const FIGURES = [
  figure('Tỷ lệ hồ sơ nộp trực tuyến', 'Phường 1', 23_391, 23_802),
  figure('Số hồ sơ tiếp nhận', 'Phường 1', 1500, null),
  figure('Số hồ sơ tiếp nhận', 'Phường 2', 1600, null),
]
const check = (grid: readonly (readonly string[])[], figures: readonly KnownFigure[] = FIGURES) =>
  asStored.check(read(documentOf(grid), { units: [], figures, previous: null }))
const indicator = (answer: string, label = 'Hồ sơ nộp trực tuyến') => [
  ['TT', 'Nội dung', 'Chỉ tiêu', 'Kết quả thực hiện'],
  ['1', label, '50%', answer],
  ['2', 'Hộ có Internet', '90%', '95% (950/1000)'],
  ['3', 'Dân số', '50%', '54% (540/1000)'],
]

test('a fraction or share that is not the stored one', () => {
  expect(check(indicator('98,3% (23.301/23.802)'))).toMatchObject([
    { severity: 'likely', worked: { vi: 'Nền tảng lưu: 23.391/23.802 = 98,27% (Phường 1, 2023-9M)' } },
  ])
  expect(check(indicator('89,27%'))).toHaveLength(1)
})

test.each(['98.27% (23.391/23.802)', '98,27%', '98,2%', '98%', 'trên 90%', 'Đang thống kê'])(
  '“%s” agrees or says nothing',
  (answer) => {
    expect(check(indicator(answer))).toEqual([])
  },
)

test('an indicator of another name is not compared', () => {
  expect(check(indicator('12% (12/100)', 'Hồ sơ nộp trực tuyến của doanh nghiệp'))).toEqual([])
})

test('the cell of a unit under the name of an indicator', () => {
  const grid = (second: string) => [
    ['TT', 'Đơn vị', 'Số hồ sơ tiếp nhận'],
    ['1', 'UBND Phường 1', '1.500'],
    ['2', 'UBND Phường 2', second],
    ['3', 'UBND Phường 3', '7'],
  ]
  expect(check(grid('1.600'))).toEqual([])
  expect(check(grid('1.500'))).toMatchObject([{ severity: 'likely', spots: [{ row: 2, column: 2 }] }])
})

/** Parts large enough that no fraction of them is taken for a scale such as 1/500. */
const share = fc
  .integer({ min: 200, max: 99_999 })
  .chain((whole) => fc.record({ whole: fc.constant(whole), part: fc.integer({ min: 20, max: whole }) }))
const decimals = fc.integer({ min: 0, max: 2 })
const stored = (part: number, whole: number) => [figure('Tỷ lệ hồ sơ nộp trực tuyến', 'Phường 1', part, whole)]
const over = (part: number, whole: number) => `${formatNumber(part)}/${formatNumber(whole)}`
const percent = (value: number, places: number) => `${value.toFixed(places).replace('.', ',')}%`
const rounded = (part: number, whole: number, places: number) =>
  Math.round((part * 100 * 10 ** places) / whole) / 10 ** places
const cut = (part: number, whole: number, places: number) =>
  Math.floor((part * 100 * 10 ** places) / whole) / 10 ** places

test('any stored share is right as a fraction, rounded or cut off', () => {
  fc.assert(
    fc.property(share, decimals, fc.constantFrom(rounded, cut), ({ part, whole }, places, shorten) => {
      const text = percent(shorten(part, whole, places), places)
      for (const answer of [text, `${text} (${over(part, whole)})`])
        expect(check(indicator(answer), stored(part, whole))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('any other fraction and any share further off than its last digit are found in their cell', () => {
  const more = fc.integer({ min: 2, max: 9 })
  fc.assert(
    fc.property(share, decimals, more, fc.boolean(), ({ part, whole }, places, off, below) => {
      const right = rounded(part, whole, places)
      const step = off * 10 ** -places
      const wrong = percent(right + step <= 100 ? right + step : right - step, places)
      const fraction = below ? over(part, whole + off) : over(part - off, whole)
      for (const answer of [wrong, `${percent(right, places)} (${fraction})`])
        expect(check(indicator(answer), stored(part, whole))).toMatchObject([
          { severity: 'likely', spots: [{ row: 1, column: 3 }] },
        ])
    }),
    { numRuns: 60 },
  )
})

test('among the counts of any units, only the one that is not as stored is found', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(counts, fc.nat(), fc.integer({ min: 1, max: 999 }), (values, pick, more) => {
      const known = values.map((value, at) => figure('Số hồ sơ tiếp nhận', `Phường ${at + 1}`, value, null))
      const gridOf = (told: readonly number[]) => [
        ['TT', 'Đơn vị', 'Số hồ sơ tiếp nhận'],
        ...told.map((value, at) => [String(at + 1), `UBND Phường ${at + 1}`, formatNumber(value)]),
      ]
      const row = pick % values.length
      expect(check(gridOf(values), known)).toEqual([])
      expect(check(gridOf(values.with(row, (values[row] ?? 0) + more)), known)).toMatchObject([
        { severity: 'likely', spots: [{ row: row + 1, column: 2 }] },
      ])
    }),
    { numRuns: 40 },
  )
})
