import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf } from '../document.fixture.ts'
import { read } from '../reading/read.ts'
import { againstPrevious } from './against-previous.ts'

type Row = readonly [string, number, number, number]
const reportOf = (quarter: string, rows: readonly Row[], write: (value: number) => string = String) =>
  documentOf(`BÁO CÁO Kết quả giải quyết hồ sơ quý ${quarter}/2024`, `Bảng 1. Hồ sơ quý ${quarter}/2024`, [
    ['TT', 'Đơn vị', 'Kỳ trước', 'Kỳ này', 'Lũy kế từ đầu năm'],
    ...rows.map(([name, ...values], at) => [String(at + 1), name, ...values.map(write)]),
  ])
const FIRST: readonly Row[] = [
  ['Phường A', 500, 610, 610],
  ['Phường B', 420, 433, 433],
  ['Phường C', 310, 377, 377],
  ['Phường D', 900, 845, 845],
]
const SECOND: readonly Row[] = [
  ['Phường A', 610, 702, 1312],
  ['Phường B', 433, 455, 888],
  ['Phường C', 377, 391, 768],
  ['Phường D', 845, 801, 1646],
]
const check = (now: readonly Row[], before = FIRST, quarter = 'II') =>
  againstPrevious.check(read(reportOf(quarter, now), { units: [], figures: [], previous: reportOf('I', before) }))
const changed = (row: number, column: number, value: number) =>
  SECOND.map((line, at) =>
    at === row ? (line.map((cell, place) => (place === column ? value : cell)) as unknown as Row) : line,
  )

test('a report that follows from the one before', () => {
  expect(check(SECOND)).toEqual([])
})

test('a cumulative figure that fell', () => {
  expect(check(changed(0, 3, 600))).toMatchObject([{ severity: 'likely', spots: [{ row: 1, column: 4 }] }])
})

test('a figure of the period before that was reported otherwise', () => {
  expect(check(changed(1, 1, 343))).toMatchObject([{ severity: 'likely', spots: [{ row: 2, column: 2 }] }])
})

test('the whole column of the period as it was', () => {
  const stale = SECOND.map(([name, before, , all], at): Row => [name, before, FIRST[at]?.[2] ?? 0, all])
  const found = check(stale)
  expect(found).toHaveLength(1)
  expect(found[0]?.spots).toHaveLength(4)
})

test('an earlier version of the same report is no period before', () => {
  expect(check(changed(0, 3, 600), FIRST, 'I')).toEqual([])
})

/** What the wards counted in the quarter before the first, in the first and in the second, and which of them errs by how much. */
const quarters = fc.array(
  fc.record({
    earlier: fc.integer({ min: 0, max: 20_000 }),
    first: fc.integer({ min: 100, max: 20_000 }),
    second: fc.integer({ min: 0, max: 20_000 }),
  }),
  { minLength: 4, maxLength: 12 },
)
const moving = quarters.filter((wards) => wards.some(({ first, second }) => first !== second))
const writing = fc.constantFrom<(value: number) => string>(String, (value) => formatNumber(value))
const firstOf = (wards: readonly { earlier: number; first: number }[]) =>
  wards.map(({ earlier, first }, at): Row => [`Phường ${at + 1}`, earlier, first, first])
const secondOf = (wards: readonly { first: number; second: number }[]) =>
  wards.map(({ first, second }, at): Row => [`Phường ${at + 1}`, first, second, first + second])
const compared = (before: readonly Row[], now: readonly Row[], write: (value: number) => string) =>
  againstPrevious.check(
    read(reportOf('II', now, write), { units: [], figures: [], previous: reportOf('I', before, write) }),
  )

test('whatever was counted, a report that follows from the one before is left alone', () => {
  fc.assert(
    fc.property(moving, writing, (wards, write) => {
      expect(compared(firstOf(wards), secondOf(wards), write)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('any fallen cumulative figure and any misquoted one are found in their cells, and nothing else', () => {
  fc.assert(
    fc.property(moving, writing, fc.nat(), fc.integer({ min: 1, max: 100 }), (wards, write, pick, less) => {
      const at = pick % wards.length
      const now = secondOf(wards)
      const planted = (place: number) =>
        now.map((row, index): Row => {
          const [name, before, during, all] = row
          if (index !== at) return row
          return place === 2 ? [name, before - less, during, all] : [name, before, during, before - less]
        })
      for (const column of [2, 4])
        expect(compared(firstOf(wards), planted(column), write)).toMatchObject([
          { severity: 'likely', spots: [{ row: at + 1, column }] },
        ])
    }),
    { numRuns: 25 },
  )
})

test('any column of the period left as it was is found whole', () => {
  fc.assert(
    fc.property(quarters, writing, (wards, write) => {
      const stale = wards.map((ward) => ({ ...ward, second: ward.first }))
      const spots = wards.map((_, at) => ({ row: at + 1, column: 3 }))
      expect(compared(firstOf(wards), secondOf(stale), write)).toMatchObject([{ severity: 'likely', spots }])
    }),
    { numRuns: 25 },
  )
})
