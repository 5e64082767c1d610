import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { nonAnswer } from './non-answer.ts'

const HEADER = ['TT', 'Nội dung', 'Chỉ tiêu', 'Kết quả thực hiện']
const resultOf = (target: string, answer: string, label = 'Cán bộ, công chức được tập huấn kỹ năng số') =>
  documentOf([
    HEADER,
    ['1', label, target, answer],
    ['2', 'Hộ có Internet', '90%', '95% (950/1000)'],
    ['3', 'Dân số có tài khoản', '50%', '54% (540/1000)'],
  ])

test.each([
  'Tổ chức 03 lớp',
  'Ban hành ngày 5/12',
  '12/2023',
  'Hiện đang thống kê',
  'Đang chờ Tỉnh thẩm định. Dự kiến đưa vào hoạt động trong tháng 12/2023',
  'Đã triển khai 03 Kế hoạch tập huấn',
  'Thực hiện lồng ghép với Tiêu chí 14.3',
])('“%s” is no share', (answer) => {
  const [found, ...more] = findingsOf(nonAnswer, resultOf('50%', answer))
  expect(more).toEqual([])
  expect(found).toMatchObject({ severity: 'look', quotes: [answer, '50%'] })
})

test.each([
  ['50%', '54% (540/1000)'],
  ['50%', '27.520/60.150 người'],
  ['50%', '54'],
  ['50%', '5/12'],
  ['50%', 'Đã có 1/250 hộ'],
  ['100%', 'Đã hoàn thành'],
  ['100%', 'Hệ thống đã được phê duyệt cấp độ theo Quyết định số 110/QĐ-STTTT ngày 29/6/2023'],
  ['50%', 'Không phát sinh'],
  ['50%', ''],
  ['03 lớp', 'Tổ chức 03 lớp'],
  ['Hoàn thành trong quý III', 'Đang triển khai'],
])('target “%s”, result “%s”: answered, or no share asked', (target, answer) => {
  expect(findingsOf(nonAnswer, resultOf(target, answer))).toEqual([])
})

test('a table of tasks without targets is left alone', () => {
  const document = documentOf([
    ['TT', 'Nhiệm vụ', 'Kết quả thực hiện'],
    ['1', 'Ban hành kế hoạch', 'Đang thực hiện'],
    ['2', 'Tập huấn', 'Tổ chức 03 lớp'],
  ])
  expect(findingsOf(nonAnswer, document)).toEqual([])
})

const LABELS = [
  'Cán bộ, công chức được tập huấn kỹ năng số',
  'Hộ gia đình có Internet',
  'Dân số trưởng thành có tài khoản định danh',
  'Doanh nghiệp sử dụng hợp đồng điện tử',
  'Hồ sơ được số hóa',
  'Trường học có thư viện điện tử',
]
const target = fc.integer({ min: 1, max: 100 })
const fraction = fc
  .oneof(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 2, max: 600_000 }))
  .chain((bottom) => fc.tuple(fc.integer({ min: 0, max: bottom }), fc.constant(bottom)))
const share = fc
  .tuple(
    fraction,
    fc.constantFrom<(share: string, pair: string) => string>(
      (share, pair) => `${share} (${pair})`,
      (share, pair) => `Đạt ${share}, ${pair} người`,
      (share) => `Đạt tỷ lệ ${share}`,
      (share) => `Đang triển khai, ước đạt ${share}`,
      (_, pair) => `Đã có ${pair} trường hợp`,
      (share) => share,
    ),
  )
  .map(([[top, bottom], say]) =>
    say(`${formatNumber(Math.round((top / bottom) * 10000) / 100)}%`, `${formatNumber(top)}/${formatNumber(bottom)}`),
  )
const words = fc
  .tuple(
    fc.constantFrom('Tổ chức', 'Đã mở', 'Triển khai', 'Đang chuẩn bị'),
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom('lớp tập huấn', 'hội nghị', 'kế hoạch', 'buổi tuyên truyền'),
    fc.boolean(),
  )
  .map(([verb, count, what, counted]) =>
    counted ? `${verb} ${String(count).padStart(2, '0')} ${what}` : `${verb} ${what}`,
  )
const rowsOf = (rows: readonly (readonly [number, string])[]) => [
  HEADER,
  ...rows.map(([asked, answer], at) => [String(at + 1), LABELS[at] ?? '', `${asked}%`, answer]),
]

test('whoever answers with a share or a fraction is never accused, whatever the words around it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(target, share), { minLength: 2, maxLength: LABELS.length }), (rows) => {
      expect(findingsOf(nonAnswer, documentOf(rowsOf(rows)))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('an answer without a share is found in its row, and only there', () => {
  const rows = fc.array(fc.tuple(target, share), { minLength: 3, maxLength: LABELS.length })
  fc.assert(
    fc.property(rows, fc.nat(), words, (right, pick, answer) => {
      const at = pick % right.length
      const found = findingsOf(nonAnswer, documentOf(rowsOf(right.with(at, [right[at]?.[0] ?? 50, answer]))))
      expect(found).toMatchObject([{ severity: 'look', quotes: [answer, `${right[at]?.[0]}%`] }])
      expect(found[0]?.spots.map(({ row }) => row)).toEqual([at + 1, at + 1])
    }),
    { numRuns: 100 },
  )
})
