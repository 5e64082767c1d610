import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { endedOverReceived } from './ended-over-received.ts'

const DESK = [
  ['TT', 'Đơn vị', 'Tổng số hồ sơ tiếp nhận', 'Đúng hạn', 'Trễ hạn'],
  ['1', 'UBND TPVT', '24.020', '23.987', '33'],
  ['2', 'UBND phường, xã', '65.158', '64.861', '297'],
]
const portal = (first: string) => [
  ['TT', 'Đơn vị', 'Số hồ sơ xử lý trực tuyến', 'Số hồ sơ xử lý trực tiếp', 'Số hồ sơ đang xử lý'],
  ['1', 'UBND TP.VT', first, '1.653', '9.999'],
  ['2', 'UBND Phường, xã', '60.000', '111', '5.000'],
]
const of = (first: string) =>
  documentOf('4. Giải quyết thủ tục hành chính', 'a) Một cửa điện tử', DESK, 'b) Cổng Dịch vụ công', portal(first))

test('more dossiers handled by the portal than received at the desk', () => {
  const found = findingsOf(endedOverReceived, of('24.291'))
  expect(found).toMatchObject([
    { severity: 'likely', worked: { vi: '24.291 + 1.653 = 25.944 > 24.020' }, quotes: ['24.291', '1.653', '24.020'] },
  ])
})

test('fewer handled than received is how it is; pending dossiers are not handled', () => {
  expect(findingsOf(endedOverReceived, of('20.000'))).toEqual([])
})

test('tables of different sections are not compared', () => {
  const document = documentOf('4. Một cửa', 'a) Hồ sơ', DESK, '5. Cổng Dịch vụ công', 'a) Hồ sơ', portal('24.291'))
  expect(findingsOf(endedOverReceived, document)).toEqual([])
})

test('tables by field each have their own dossiers', () => {
  const field = (received: string, ended: string) => [
    ['TT', 'Đơn vị', 'Tổng số hồ sơ tiếp nhận', 'Số hồ sơ đã giải quyết'],
    ['1', 'UBND TPVT', received, ended],
  ]
  const document = documentOf(
    'II. Kết quả theo lĩnh vực',
    '1. Đất đai',
    field('500', '490'),
    '2. Xây dựng',
    field('900', '880'),
  )
  expect(findingsOf(endedOverReceived, document)).toEqual([])
})

/** Dossiers of each office: handled online, handled at the desk, received beyond those, and still open. */
const offices = fc.array(
  fc.record({
    online: fc.integer({ min: 0, max: 60_000 }),
    direct: fc.integer({ min: 0, max: 60_000 }),
    more: fc.integer({ min: 0, max: 9000 }),
    open: fc.integer({ min: 0, max: 99_999 }),
  }),
  { minLength: 2, maxLength: 10 },
)
type Office = { readonly online: number; readonly direct: number; readonly more: number; readonly open: number }
const numbers = (...values: readonly number[]) => values.map((value) => formatNumber(value))
const documentFor = (rows: readonly Office[]) =>
  documentOf(
    '4. Giải quyết thủ tục hành chính',
    'a) Một cửa điện tử',
    [
      ['TT', 'Đơn vị', 'Tổng số hồ sơ tiếp nhận'],
      ...rows.map(({ online, direct, more }, at) => [
        String(at + 1),
        `UBND Phường ${at + 1}`,
        ...numbers(online + direct + more),
      ]),
    ],
    'b) Cổng Dịch vụ công',
    [
      portal('')[0] ?? [],
      ...rows.map(({ online, direct, open }, at) => [
        String(at + 1),
        `UBND phường ${at + 1}`,
        ...numbers(online, direct, open),
      ]),
    ],
  )

test('offices that handled no more than they received are left alone, whatever is still open', () => {
  fc.assert(
    fc.property(offices, (rows) => {
      expect(findingsOf(endedOverReceived, documentFor(rows))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('any office that handled more than it received is found, and no other', () => {
  fc.assert(
    fc.property(offices, fc.nat(), fc.integer({ min: 1, max: 5000 }), (rows, pick, less) => {
      const at = pick % rows.length
      const { online, direct, open } = rows[at] ?? { online: 0, direct: 0, open: 0 }
      fc.pre(online + direct >= less)
      const found = findingsOf(endedOverReceived, documentFor(rows.with(at, { online, direct, more: -less, open })))
      expect(found).toMatchObject([{ severity: 'likely', quotes: numbers(online, direct, online + direct - less) }])
      expect(found[0]?.spots.map(({ row }) => row)).toEqual([at + 1, at + 1, at + 1])
    }),
    { numRuns: 60 },
  )
})
