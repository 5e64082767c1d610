import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { nonAnswer } from './non-answer.ts'
import { repeatedAnswer } from './repeated-answer.ts'

const HEADER = ['TT', 'Nội dung', 'Chỉ tiêu', 'Kết quả thực hiện']
const LABELS = [
  'Hệ thống thông tin đáp ứng yêu cầu an toàn theo cấp độ',
  'Cổng thông tin điện tử được dán nhãn tín nhiệm mạng',
  'Máy tính được cài đặt chương trình phòng, chống virus',
  'Giao dịch được xác thực điện tử',
]
const tableOf = (...answers: readonly string[]) =>
  documentOf([HEADER, ...answers.map((answer, at) => [String(at + 1), LABELS[at] ?? '', '100%', answer])])
const SAME = 'Đã được phê duyệt cấp độ'

test('one particular sentence for unlike indicators is one finding, the rows that ask something else first', () => {
  const found = findingsOf(repeatedAnswer, tableOf(SAME, SAME, SAME, SAME))
  expect(found).toHaveLength(1)
  expect(found[0]?.severity).toBe('likely')
  expect(found[0]?.spots.map(({ row }) => row)).toEqual([2, 3, 4, 1])
  expect(findingsOf(nonAnswer, tableOf(SAME, SAME, SAME, SAME))).toEqual([])
})

test.each([
  ['dates to come', Array.from({ length: 4 }, () => 'Dự kiến hoàn thành trong quý IV')],
  ['general answers', ['Đang thực hiện', 'Đang thực hiện', 'Đang thực hiện', 'Đang thực hiện']],
  [
    'general answers of several words',
    ['Đã hoàn thành theo kế hoạch', 'Đã hoàn thành theo kế hoạch', 'Đã hoàn thành theo kế hoạch', 'Đạt'],
  ],
  ['twice only', [SAME, SAME, 'Đã dán nhãn', '100% (20/20)']],
  ['answers with figures', ['100% (17/17)', '100% (17/17)', '100% (17/17)', '100% (17/17)']],
])('%s may be repeated', (_, answers) => {
  expect(findingsOf(repeatedAnswer, tableOf(...answers))).toEqual([])
})

test('a sentence that answers each of the rows is right', () => {
  const rows = [
    'Trang thông tin của phường được gắn nhãn tín nhiệm',
    'Cổng thông tin được gắn nhãn tín nhiệm',
    'Ứng dụng được gắn nhãn tín nhiệm mạng',
  ]
  const document = documentOf([
    HEADER,
    ...rows.map((label, at) => [String(at + 1), label, '100%', 'Được gắn nhãn tín nhiệm mạng từ tháng trước']),
  ])
  expect(findingsOf(repeatedAnswer, document)).toEqual([])
})

const UNLIKE = [
  ...LABELS,
  'Hộ gia đình có Internet',
  'Dân số trưởng thành có chữ ký số',
  'Doanh nghiệp sử dụng hợp đồng điện tử',
  'Trường học có thư viện số',
  'Hồ sơ được trả kết quả trước hạn',
  'Phản ánh, kiến nghị được xử lý',
]
/** Each answers none of the labels, and says something no other row would say. */
const PARTICULAR = [
  'Ủy ban đã mời nhà thầu viễn thông khảo sát',
  'Sở Tài chính thẩm tra dự toán gói mua sắm',
  'Tổ công nghệ cộng đồng hướng dẫn tại nhà văn hóa',
  'Chưa bố trí được kinh phí mua sắm trang bị',
]
const GENERAL = [
  'Đang thực hiện',
  'Đã hoàn thành theo kế hoạch',
  'Tiếp tục triển khai thực hiện',
  'Đạt chỉ tiêu được giao',
]
const fraction = fc
  .integer({ min: 20, max: 90_000 })
  .chain((bottom) => fc.tuple(fc.integer({ min: 0, max: bottom }), fc.constant(bottom)))
  .map(
    ([top, bottom]) =>
      `${formatNumber(Math.round((top / bottom) * 100))}% (${formatNumber(top)}/${formatNumber(bottom)})`,
  )
const shuffled = fc.shuffledSubarray(UNLIKE, { minLength: UNLIKE.length })
const rowsOf = (labels: readonly string[], answers: readonly string[]) =>
  documentOf([HEADER, ...answers.map((answer, at) => [String(at + 1), labels[at] ?? '', '100%', answer])])

test('general answers and fractions may stand as often as they like, a particular sentence twice', () => {
  const answers = fc.array(fc.oneof(fraction, fc.constantFrom(...GENERAL)), { minLength: 2, maxLength: 6 })
  const twice = fc.shuffledSubarray([...PARTICULAR.slice(0, 2), ...PARTICULAR.slice(0, 2)])
  fc.assert(
    fc.property(shuffled, answers, twice, fc.constantFrom(1, 4), (labels, others, particular, times) => {
      const repeated = others.flatMap((answer) => Array.from({ length: times }, () => answer))
      const said = [...particular, ...repeated].slice(0, UNLIKE.length)
      expect(findingsOf(repeatedAnswer, rowsOf(labels, said))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a particular sentence in three rows or more is one finding at just these rows', () => {
  const at = fc.subarray([...UNLIKE.keys()], { minLength: 3 })
  const others = fc.array(fraction, { minLength: UNLIKE.length, maxLength: UNLIKE.length })
  fc.assert(
    fc.property(shuffled, others, at, fc.constantFrom(...PARTICULAR), (labels, right, rows, sentence) => {
      const answers = right.map((answer, row) => (rows.includes(row) ? sentence : answer))
      const found = findingsOf(repeatedAnswer, rowsOf(labels, answers))
      expect(found).toMatchObject([{ severity: 'likely', quotes: rows.map(() => sentence) }])
      expect(found[0]?.spots.map(({ row }) => row)).toEqual(rows.map((row) => row + 1))
    }),
    { numRuns: 60 },
  )
})
