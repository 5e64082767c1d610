import { expect, test } from 'vitest'
import { cellText, notesOf, numbered, printedIndex766, printedReport } from './printed-table.ts'

const vi = (text: string) => ({ vi: text })
const days = { label: vi('Quý IV năm 2026') }
const count = (value: number) => ({ value, numerator: null, denominator: null })
const report = printedReport({
  title: vi('Bảng 4a. Tiếp nhận và giải quyết'),
  note: null,
  table: '4a',
  days,
  columns: [
    { key: 'in_time', label: vi('Đúng hạn'), group: vi('Đã giải quyết'), addsUp: true, of: null },
    { key: 'finished', label: vi('Tổng số'), group: vi('Đã giải quyết'), addsUp: true, of: null },
    { key: 'share', label: vi('Tỷ lệ'), group: null, addsUp: false, of: ['in_time', 'finished'] },
  ],
  rows: [
    {
      unit: { name: 'Phường Vũng Tàu' },
      kind: 'unit',
      cells: [count(1234), count(2000), { value: null, numerator: 1234, denominator: 2000 }],
    },
    {
      unit: { name: 'Phường Tam Thắng' },
      kind: 'unit',
      cells: [count(0), count(0), { value: null, numerator: 0, denominator: 0 }],
    },
    {
      unit: { name: 'x' },
      kind: 'total',
      cells: [count(1234), count(2000), { value: null, numerator: 1234, denominator: 2000 }],
    },
  ],
})

test('a share says over which columns it is, and where there is nothing to share stands a dash', () => {
  expect(notesOf(report)).toEqual(['Tỷ lệ = Đúng hạn (Đã giải quyết) : Tổng số (Đã giải quyết).'])
  expect(report.rows.map(({ cells }) => cells.map(cellText))).toEqual([
    ['1.234', '2.000', '61,7%'],
    ['0', '0', '–'],
    ['1.234', '2.000', '61,7%'],
  ])
})

test('rows are numbered, sums are not', () => {
  expect(numbered(report).map(({ number }) => number)).toEqual(['1', '2', ''])
})

test('the index stands by group, each line with its two counts and the points it earns', () => {
  const line = { id: '3.1', name: vi('Thủ tục có dịch vụ công'), group: 'online', hasSource: true, missing: [] }
  const index = printedIndex766({
    days,
    lines: [
      { ...line, numerator: 58, denominator: 66, points: 3.51515, maxPoints: 4 },
      { ...line, id: '3.2', numerator: null, denominator: null, points: null, maxPoints: 8 },
      { ...line, id: '3.9', numerator: null, denominator: null, points: null, maxPoints: 8, hasSource: false },
    ],
    groups: [{ group: 'online', name: vi('Dịch vụ công trực tuyến'), points: 3.51515, maxPoints: 12 }],
    total: { points: 3.51515, maxPoints: 12 },
    bands: { low: vi('Yếu'), high: vi('Khá') },
  })
  expect(index.rows.map(({ cells }) => cells.map(cellText))).toEqual([
    ['', '', '', '3,52', '12'],
    ['58', '66', '87,88%', '3,52', '4'],
    ['–', '–', '–', '–', '8'],
    ['–', '–', '–', '–', '–'],
    ['', '', '', '3,52', '12'],
  ])
  expect(notesOf(index)[0]).toContain('Xếp loại: Yếu đến Khá.')
})
