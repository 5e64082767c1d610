import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { percentInCount } from './percent-in-count.ts'

test('a percentage in a column of counts is proved, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 10 }),
      fc.nat(),
      (counts, pick) => {
        const rows = counts.map((count, at) => [String(at + 1), `Xã ${at + 1}`, String(count)])
        const clean = [['TT', 'Đơn vị', 'Số TTHC có phát sinh phí (5)'], ...rows]
        expect(findingsOf(percentInCount, documentOf(clean))).toEqual([])
        const line = rows[pick % rows.length] ?? []
        line[2] = '100%'
        expect(findingsOf(percentInCount, documentOf(clean))).toMatchObject([{ severity: 'proved', quotes: ['100%'] }])
      },
    ),
  )
})

test('shares, targets and rates may be percentages', () => {
  const grid = [
    ['TT', 'Chỉ tiêu', 'Tỷ lệ số hóa', 'Chỉ tiêu năm', 'Kết quả'],
    ['1', 'A', '90%', '100%', '80%'],
    ['2', 'B', '85,5%', '100%', '70%'],
  ]
  expect(findingsOf(percentInCount, documentOf(grid))).toEqual([])
})
