import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { targetRepeated } from './target-repeated.ts'

const HEADER = ['TT', 'Nội dung', 'Chỉ tiêu', 'Kết quả thực hiện']
const tableOf = (...rows: readonly (readonly [string, string, string])[]) =>
  documentOf([HEADER, ...rows.map((row, at) => [String(at + 1), ...row])])

test('the target repeated beside a fraction that says something far away', () => {
  const [found, ...more] = findingsOf(
    targetRepeated,
    tableOf(
      ['Tỷ trọng thương mại điện tử', 'Trên 8,5%', 'Đạt hơn 8.5% (420/900 doanh nghiệp)'],
      ['Hộ có Internet', '90%', '95% (950/1000)'],
    ),
  )
  expect(more).toEqual([])
  expect(found?.severity).toBe('likely')
  expect(found?.quotes[0]).toContain('8.5%')
  expect(found?.worked.vi).toBe('420/900 = 46,67%')
})

test('the target of another row pasted as the result', () => {
  const found = findingsOf(
    targetRepeated,
    tableOf(
      ['Tỷ trọng thương mại điện tử', 'Trên 8,5%', '9,1% (91/1000)'],
      ['Doanh nghiệp dùng nền tảng số', '30%', 'Đạt hơn 8,5% (400/760 cơ sở)'],
    ),
  )
  expect(found.map(({ quotes }) => quotes[1])).toEqual(['Trên 8,5%'])
  expect(found[0]?.why.vi).toContain('30%')
})

test('a share a little above the target is said with the number of the target, and that is right', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 90 }), fc.integer({ min: 0, max: 9 }), (target, above) => {
      const top = target * 10 + above * 10
      const document = tableOf(
        ['Dân số có tài khoản', `Trên ${target}%`, `Đạt trên ${target}% (${top}/1000 người)`],
        ['Hộ', '90%', '95% (950/1000)'],
      )
      expect(findingsOf(targetRepeated, document)).toEqual([])
    }),
  )
})

test('a result without a fraction, or one that states its own share, is left alone', () => {
  const document = tableOf(
    ['Dân số có tài khoản', 'Trên 60%', 'Đạt trên 60%'],
    ['Hộ', 'Trên 60%', '60% (316.215/527.025)'],
    ['Doanh nghiệp', 'Trên 50%', '100% (5/5)'],
  )
  expect(findingsOf(targetRepeated, document)).toEqual([])
})
