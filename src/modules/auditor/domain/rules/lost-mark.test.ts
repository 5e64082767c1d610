import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { lostMark } from './lost-mark.ts'

const HEADER = ['TT', 'Đơn vị', 'Số dân (1)', 'Số người có tài khoản (2)', 'Tỷ lệ % (3)=(2)/(1)']

test('421.62 among thousands is 421.620 when the share says so', () => {
  const grid = [
    HEADER,
    ['1', 'A', '527.025', '421.62', '80%'],
    ['2', 'B', '89.035', '77.420', '87%'],
    ['3', 'C', '142.378', '99.000', '69,5%'],
  ]
  const [found] = findingsOf(lostMark, documentOf(grid))
  expect(found).toMatchObject({
    severity: 'proved',
    correction: { kind: 'lost-mark', changes: [{ from: '421.62', to: '421.620' }] },
  })
})

test('both ways of writing thousands in one column are right, and so are fractions of what is measured', () => {
  const mixed = [
    ['TT', 'Đơn vị', 'Số văn bản'],
    ['1', 'A', '4.602'],
    ['2', 'B', '4311'],
    ['3', 'C', '8.351'],
    ['4', 'D', '09'],
    ['5', 'E', '812'],
  ]
  expect(findingsOf(lostMark, documentOf(mixed))).toEqual([])
  const measured = [
    ['TT', 'Đơn vị', 'Diện tích (ha)'],
    ['1', 'A', '1.204,5'],
    ['2', 'B', '988,25'],
    ['3', 'C', '1.000'],
  ]
  expect(findingsOf(lostMark, documentOf(measured))).toEqual([])
})

test('a lone number with a comma at the thousands is another way of writing, not a slip', () => {
  const grid = [
    ['TT', 'Đơn vị', 'Số người'],
    ['1', 'A', '403'],
    ['2', 'B', '532'],
    ['3', 'C', '388'],
    ['', 'Tổng cộng', '1,323'],
  ]
  expect(findingsOf(lostMark, documentOf(grid))).toEqual([])
})

const vi = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.')

test('whole numbers are left alone; a lost zero is put back when the share of its row says so', () => {
  const people = fc.integer({ min: 20_000, max: 900_000 })
  const row = people.chain((all) => fc.tuple(fc.constant(all), fc.integer({ min: 10_000, max: all })))
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 8 }), fc.integer({ min: 1000, max: 9999 }), (rows, tens) => {
      const share = (n: number, d: number) => `${((n / d) * 100).toFixed(2).replace('.', ',')}%`
      const grid = [
        HEADER,
        ...rows.map(([all, some], at) => [String(at + 1), `Xã ${at + 1}`, vi(all), vi(some), share(some, all)]),
      ]
      expect(findingsOf(lostMark, documentOf(grid))).toEqual([])
      const right = tens * 100 + 10
      const lost = `${Math.floor(right / 1000)}.${String(right % 1000)
        .padStart(3, '0')
        .slice(0, 2)}`
      const [found] = findingsOf(
        lostMark,
        documentOf([...grid, ['9', 'Xã X', vi(999_999), lost, share(right, 999_999)]]),
      )
      expect(found).toMatchObject({ severity: 'proved', correction: { changes: [{ from: lost, to: vi(right) }] } })
    }),
    { numRuns: 60 },
  )
})
