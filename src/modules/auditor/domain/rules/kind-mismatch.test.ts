import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { NEVER_THE_SAME, THINGS } from '../lexicon/things.ts'
import { kindMismatch } from './kind-mismatch.ts'

const HEADER = ['TT', 'Nội dung', 'Chỉ tiêu', 'Kết quả thực hiện']
const rowOf = (label: string, answer: string) =>
  documentOf([
    HEADER,
    ['1', label, '50%', answer],
    ['2', 'Hộ có Internet', '90%', '95% (950/1000 hộ)'],
    ['3', 'Dân số', '50%', '54% (540/1000 người)'],
  ])

test.each([
  [
    'Thanh toán trực tuyến trên tổng số giao dịch thanh toán của dịch vụ công',
    '100% (55/55 TTHC có phát sinh giao dịch)',
  ],
  ['Tỷ trọng thương mại điện tử trong tổng mức bán lẻ', '46,67% (420/900 doanh nghiệp bán hàng trên mạng)'],
  ['Hồ sơ được người dân nộp trực tuyến', '80% (80/100 TTHC)'],
])('“%s” answered with “%s”', (label, answer) => {
  expect(findingsOf(kindMismatch, rowOf(label, answer))).toMatchObject([{ severity: 'likely', quotes: [answer] }])
})

test.each([
  ['Thủ tục hành chính được cung cấp dưới hình thức dịch vụ công trực tuyến', '100% (125/125 dịch vụ công)'],
  ['Người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến', '55% (11/20 doanh nghiệp)'],
  ['Doanh nghiệp nhỏ và vừa sử dụng nền tảng số', '52,63% (400/760 cơ sở lưu trú)'],
  ['Hoạt động kiểm tra được thực hiện qua môi trường số', '34,62% (18/52 cuộc kiểm tra các cơ sở kinh doanh)'],
  ['Thanh toán hóa đơn nước không dùng tiền mặt', '87% (77.420/89.035 hộ)'],
  ['Hồ sơ sức khỏe điện tử của người dân', '46% (27.520/60.150 người)'],
  ['Số người hưởng lương hưu nhận qua tài khoản', '53% (1.147/2.154 tài khoản)'],
])('“%s” may be answered with “%s”', (label, answer) => {
  expect(findingsOf(kindMismatch, rowOf(label, answer))).toEqual([])
})

test('types in a column of dossiers', () => {
  const grid = (cell: string) =>
    documentOf([
      ['TT', 'Đơn vị', 'Tổng số hồ sơ được số hóa', 'Số lớp tập huấn'],
      ['1', 'UBND thành phố', cell, '3 lớp'],
      ['2', 'UBND phường', '1.200', '2 lớp'],
      ['3', 'Phòng A', '900', '1'],
    ])
  expect(findingsOf(kindMismatch, grid('24 loại'))).toMatchObject([{ severity: 'likely', quotes: ['24 loại'] }])
  expect(findingsOf(kindMismatch, grid('2.400 hồ sơ'))).toEqual([])
})

const wordsOf = (wanted: string) => THINGS.find(({ id }) => id === wanted)?.words ?? []
/** A thing by one of its words. */
const anyThing = fc.constantFrom(...THINGS.flatMap(({ words }) => words))
/** Words of two things that cannot stand for each other, either way round. */
const unlike = fc
  .constantFrom(...NEVER_THE_SAME.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))
  .chain(([a, b]) => fc.tuple(fc.constantFrom(...wordsOf(a)), fc.constantFrom(...wordsOf(b))))
/** Names that hold the name of another thing (`cơ sở` holds `sở`): the label may speak of either. */
const holdsAnother = (name: string) =>
  THINGS.some(({ words }) => !words.includes(name) && words.some((word) => ` ${name} `.includes(` ${word} `)))
/** What is read as the unit behind a number alone in its cell. */
const UNIT = /^\p{L}{2,}(?: \p{L}+){0,2}$/u
const share = fc
  .integer({ min: 20, max: 99_999 })
  .chain((whole) => fc.tuple(fc.integer({ min: 1, max: whole }), fc.constant(whole)))
const answerOf = ([part, whole]: readonly [number, number], word: string) =>
  `${((part * 100) / whole).toFixed(2).replace('.', ',')}% (${formatNumber(part)}/${formatNumber(whole)} ${word})`
const columnOf = (thing: string, cell: string) =>
  documentOf([
    ['TT', 'Đơn vị', `Tổng số ${thing}`],
    ['1', 'UBND phường 1', cell],
    ['2', 'UBND phường 2', '1.200'],
    ['3', 'UBND phường 3', '900'],
  ])

test('an indicator or a column of anything is rightly answered with that thing', () => {
  fc.assert(
    fc.property(anyThing, share, (thing, numbers) => {
      const answer = answerOf(numbers, thing)
      expect(findingsOf(kindMismatch, rowOf(`Tỷ lệ ${thing} đạt yêu cầu`, answer))).toEqual([])
      expect(findingsOf(kindMismatch, columnOf(thing, `${formatNumber(numbers[1])} ${thing}`))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('any thing counted for one that it cannot stand for is found in its cell', () => {
  fc.assert(
    fc.property(unlike, share, ([asked, counted], numbers) => {
      fc.pre(!holdsAnother(asked) && !counted.includes(','))
      const answer = answerOf(numbers, counted)
      expect(findingsOf(kindMismatch, rowOf(`Tỷ lệ ${asked} đạt yêu cầu`, answer))).toMatchObject([
        { severity: 'likely', quotes: [answer] },
      ])
    }),
    { numRuns: 100 },
  )
})

test('any count of another thing in a column is found in its cell', () => {
  fc.assert(
    fc.property(unlike, share, ([asked, counted], [, count]) => {
      fc.pre(UNIT.test(counted))
      const cell = `${formatNumber(count)} ${counted}`
      expect(findingsOf(kindMismatch, columnOf(asked, cell))).toMatchObject([{ severity: 'likely', quotes: [cell] }])
    }),
    { numRuns: 100 },
  )
})
