import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { againstTarget } from './against-target.ts'

const HEADER = ['TT', 'Nội dung', 'Chỉ tiêu', 'Kết quả thực hiện', 'Đánh giá']
const of = (target: string, result: string, status: string, label = 'Tỷ lệ hồ sơ trực tuyến') =>
  documentOf([
    HEADER,
    ['1', label, target, result, status],
    ['2', 'Hộ có Internet', '90%', '95%', 'Đạt'],
    ['3', 'Dân số có tài khoản', '50%', '54%', 'Vượt'],
  ])

test('the right word is left alone and the wrong one is proved', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 99 }), fc.integer({ min: 1, max: 99 }), (target, result) => {
      const right = result >= target ? 'Đạt' : 'Chưa đạt'
      const wrong = result >= target ? (result > target ? 'Chưa đạt' : 'Đạt') : 'Đạt'
      expect(findingsOf(againstTarget, of(`${target}%`, `${result}%`, right))).toEqual([])
      const found = findingsOf(againstTarget, of(`${target}%`, `${result}%`, wrong))
      expect(found.map(({ severity }) => severity)).toEqual(wrong === right ? [] : ['proved'])
    }),
  )
})

test('"exceeded" below the target', () => {
  expect(findingsOf(againstTarget, of('80%', '76,5%', 'Vượt chỉ tiêu'))).toMatchObject([
    { severity: 'proved', worked: { vi: '76,5% < 80%' }, quotes: ['Vượt chỉ tiêu', '76,5%', '80%'] },
  ])
})

test.each([
  ['80%', '79,95% (1.599/2.000)', 'Đang phấn đấu đạt'],
  ['Trên 90%', '90%', 'Đạt'],
  ['80%', '80%', 'Vượt'],
  ['80%', 'Đạt tỷ lệ 76%', ''],
  ['15 xã', '12%', 'Đạt'],
  ['80%', '70% (7/10); 90% (9/10)', 'Đạt'],
  ['80%', 'hơn 70%', 'Đạt'],
])('target %s, result %s, status “%s”: nothing is said', (target, result, status) => {
  expect(findingsOf(againstTarget, of(target, result, status))).toEqual([])
})

test('where less is better nothing is said, unless the target says so itself', () => {
  expect(findingsOf(againstTarget, of('2%', '1,2%', 'Đạt', 'Tỷ lệ hộ nghèo'))).toEqual([])
  expect(findingsOf(againstTarget, of('Dưới 2%', '1,2%', 'Đạt', 'Tỷ lệ hộ nghèo'))).toEqual([])
  expect(findingsOf(againstTarget, of('Dưới 2%', '3,2%', 'Đạt', 'Tỷ lệ hộ nghèo'))).toMatchObject([
    { severity: 'likely' },
  ])
})

test('several targets: right when one of them makes it right', () => {
  const document = (status: string) =>
    documentOf([
      ['TT', 'Nội dung', 'Chỉ tiêu của tỉnh', 'Chỉ tiêu của thành phố', 'Kết quả thực hiện', 'Đánh giá'],
      ['1', 'Hồ sơ trực tuyến', '50%', '70%', '60%', status],
      ['2', 'Hộ', '90%', '90%', '95%', 'Đạt'],
      ['3', 'Dân số', '50%', '50%', '54%', 'Đạt'],
    ])
  expect(findingsOf(againstTarget, document('Đạt'))).toEqual([])
  expect(findingsOf(againstTarget, document('Chưa đạt'))).toEqual([])
})
