import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { allOfAnother } from './all-of-another.ts'

const SERVICES = [
  ['TT', 'Đơn vị', 'Tổng số TTHC', 'Số DVCTT một phần', 'Số DVCTT toàn trình'],
  ['1', 'UBND TP', '304', '179', '125'],
  ['2', 'UBND phường, xã', '157', '87', '70'],
]
const LABEL = 'Dịch vụ công trực tuyến toàn trình được tích hợp trên Cổng quốc gia'
const of = (answer: string, label = LABEL, services = SERVICES) =>
  documentOf('A', services, 'B', [
    ['TT', 'Nội dung', 'Chỉ tiêu', 'Kết quả thực hiện'],
    ['1', label, '100%', answer],
    ['2', 'Hộ có Internet', '90%', '95% (950/1000)'],
    ['3', 'Dân số', '50%', '54% (540/1000)'],
  ])

test('304 of 304 services where the table of services has 125 and 70', () => {
  expect(findingsOf(allOfAnother, of('100% (304/304)'))).toMatchObject([
    { severity: 'likely', worked: { vi: '304 ≠ 125 ≠ 70 ≠ 195' } },
  ])
})

test.each(['100% (125/125)', '100% (195/195)', '64% (80/125)', '50% (150/300)', '100% (17/17)'])(
  '“%s” is a cell, the sum, a share, or too small',
  (answer) => {
    expect(findingsOf(allOfAnother, of(answer))).toEqual([])
  },
)

test('officials trained in the thing are not the thing', () => {
  expect(
    findingsOf(allOfAnother, of('100% (511/511)', 'Cán bộ được tập huấn về dịch vụ công trực tuyến toàn trình')),
  ).toEqual([])
})

/** Services of each office: in part and wholly online. */
const offices = fc.array(fc.tuple(fc.integer({ min: 1, max: 2500 }), fc.integer({ min: 20, max: 2500 })), {
  minLength: 2,
  maxLength: 10,
})
const servicesOf = (rows: readonly (readonly [number, number])[]) => [
  SERVICES[0] ?? [],
  ...rows.map(([part, whole], at) => [
    String(at + 1),
    `UBND phường ${at + 1}`,
    ...[part + whole, part, whole].map((value) => formatNumber(value)),
  ]),
]
const all = (value: number) => `100% (${formatNumber(value)}/${formatNumber(value)})`
const sumOf = (rows: readonly (readonly [number, number])[]) => rows.reduce((sum, [, whole]) => sum + whole, 0)

test('all of any cell of the column, or of their sum, is right', () => {
  fc.assert(
    fc.property(offices, fc.nat(), (rows, pick) => {
      const answers = [...rows.map(([, whole]) => whole), sumOf(rows)]
      const answer = all(answers[pick % answers.length] ?? 0)
      expect(findingsOf(allOfAnother, of(answer, LABEL, servicesOf(rows)))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('all of any other number is found, beside the column that counts otherwise', () => {
  const other = fc.integer({ min: 20, max: 30_000 })
  fc.assert(
    fc.property(offices, other, (rows, value) => {
      const whole = rows.map(([, count]) => count)
      fc.pre(![...whole, sumOf(rows)].includes(value))
      expect(findingsOf(allOfAnother, of(all(value), LABEL, servicesOf(rows)))).toMatchObject([
        { severity: 'likely', quotes: [all(value), ...whole.slice(0, 6).map((count) => formatNumber(count))] },
      ])
    }),
    { numRuns: 60 },
  )
})
