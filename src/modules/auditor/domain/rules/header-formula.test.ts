import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { headerFormula } from './header-formula.ts'

const HEADER = ['TT', 'Đơn vị', 'Tổng số (1)', 'Đúng hạn (2)', 'Tỷ lệ (%) (3)=(2)/(1)']
const vi = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.')
const rowsOf = (pairs: readonly (readonly [number, number])[], say: (n: number, d: number) => string) =>
  pairs.map(([d, n], at) => [String(at + 1), `Phường ${at + 1}`, vi(d), vi(n), say(n, d)])
const rounded = (n: number, d: number) => `${(Math.round((n / d) * 10000) / 100).toFixed(2).replace('.', ',')}%`
const cut = (n: number, d: number) => `${(Math.floor((n * 10000) / d) / 100).toFixed(2).replace('.', ',')}%`
const pairs = fc.array(
  fc.integer({ min: 200, max: 99_999 }).chain((d) => fc.tuple(fc.constant(d), fc.integer({ min: 1, max: d }))),
  { minLength: 3, maxLength: 12 },
)

test('rounding and cutting off are both right', () => {
  fc.assert(
    fc.property(pairs, fc.boolean(), (table, half) => {
      expect(findingsOf(headerFormula, documentOf([HEADER, ...rowsOf(table, half ? rounded : cut)]))).toEqual([])
    }),
  )
})

/** Whether a share would be right if a mark of thousands were one of decimals (11 of 54,929 is 20,02 %): then it is read in the report's favour. */
const isReadAsThousands = (stated: string, n: number, d: number) =>
  [0.001, 1000].some((by) => Math.abs(((n * by) / d) * 100 - Number(stated.replace('%', '').replace(',', '.'))) < 0.011)

test('a wrong share is found in its row, and only there', () => {
  fc.assert(
    fc.property(pairs, fc.nat(), (table, pick) => {
      const rows = rowsOf(table, rounded)
      const wrong = rows[pick % rows.length] ?? []
      const [d, n] = table[pick % rows.length] ?? [1, 1]
      const stated = rounded(n > d / 2 ? n - d / 5 : n + d / 5, d)
      fc.pre(!isReadAsThousands(stated, n, d))
      wrong[4] = stated
      const found = findingsOf(headerFormula, documentOf([HEADER, ...rows]))
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({ severity: 'proved' })
      expect(found[0]?.quotes).toContain(stated)
    }),
  )
})

test('columns exchanged in one row are put back, confirmed by the share', () => {
  const document = documentOf([
    HEADER,
    ['1', 'UBND TPVT', '23.391', '23.802', '98.27%'],
    ['2', 'UBND phường', '67.375', '66.886', '99.27%'],
  ])
  const [found] = findingsOf(headerFormula, document)
  expect(found?.correction).toMatchObject({
    kind: 'swap',
    changes: [
      { from: '23.391', to: '23.802' },
      { from: '23.802', to: '23.391' },
    ],
  })
  expect(found?.correction?.confirmedBy).toHaveLength(1)
})

test('a lone wrong share is not corrected: nothing tells which of the three cells is wrong', () => {
  const document = documentOf([HEADER, ['1', 'A', '142.378', '118.103', '54,03%'], ['2', 'B', '1.000', '900', '90%']])
  const [found] = findingsOf(headerFormula, document)
  expect(found?.severity).toBe('proved')
  expect(found?.correction).toBeUndefined()
})

test('when most rows deviate, the formula is asked about and no cell is accused', () => {
  const found = findingsOf(
    headerFormula,
    documentOf([
      HEADER,
      ...rowsOf(
        [
          [1000, 900],
          [2000, 1500],
          [3000, 1000],
        ],
        () => '55,55%',
      ),
    ]),
  )
  expect(found).toHaveLength(1)
  expect(found[0]?.severity).toBe('likely')
})

test('sums, differences and shares of sums in the header are understood; blanks promise nothing', () => {
  const header = ['TT', 'Đơn vị', 'Kỳ trước', 'Trong kỳ', 'Tổng', 'Đã giải quyết', 'Còn lại', 'Tỷ lệ']
  const numbers = ['A', 'B', '1', '2', '3=1+2', '4', '5=3-4', '6=4/(1+2)*100']
  const right = [
    header,
    numbers,
    ['1', 'X', '12', '1.200', '1.212', '1.200', '12', '99,0'],
    ['2', 'Y', '', '800', '', '790', '10', ''],
  ]
  expect(findingsOf(headerFormula, documentOf(right))).toEqual([])
  const wrong = right.map((row) => row.map((text) => (text === '1.212' ? '1.221' : text)))
  const found = findingsOf(headerFormula, documentOf(wrong))
  expect(found.map(({ severity }) => severity)).toContain('proved')
  expect(found[0]?.correction).toMatchObject({ kind: 'transpose', changes: [{ from: '1.221', to: '1.212' }] })
})
