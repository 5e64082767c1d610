import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { growth } from './growth.ts'

const find = (text: string) => findingsOf(growth, documentOf(text))

test.each([
  'tăng từ 1.000 lên 1.200 (tăng 20%)',
  'tăng từ 1.000 hồ sơ năm 2022 lên 1.200 hồ sơ, tương ứng 20%',
  'tiếp nhận 1.200 hồ sơ, tăng 20% so với cùng kỳ (1.000 hồ sơ)',
  'tiếp nhận 1.200 hồ sơ, tăng 20% so với cùng kỳ (200 hồ sơ)',
  'tăng 20% so với cùng kỳ (1.000 → 1.200)',
  'tỷ lệ tăng từ 50% lên 53,6% (tăng 3,6%)',
  'tỷ lệ tăng từ 50% lên 53,6% (tăng 7,2%)',
  'giảm từ 5 ngày xuống còn 3 ngày',
  'tăng từ 500 nghìn lên 1 triệu lượt',
  'thu ngân sách tăng từ 1,2 tỷ đồng lên 1,4 tỷ đồng (tăng 19%)',
  'giảm từ 2 giờ xuống 30 phút',
  'đón 1.234.567 lượt khách, tăng 15,2% so với cùng kỳ, đạt 80,1% kế hoạch năm',
  'tăng 02 bậc, tăng từ ngày 01/3 đến 05/3/2023',
  'tỷ lệ trễ hạn giảm 0,42 điểm %',
])('%s is left alone', (text) => {
  expect(find(text)).toEqual([])
})

test.each([
  'tăng từ 1.000 lên 1.200 (tăng 15%)',
  'tăng từ 1.200 lên 1.000',
  'giảm từ 15% xuống còn 20%',
  'tiếp nhận 1.200 hồ sơ, tăng 15% so với cùng kỳ (1.000 hồ sơ)',
  'tăng 15% so với cùng kỳ (1.000 → 1.200)',
])('%s is proved wrong', (text) => {
  expect(find(text)).toMatchObject([{ severity: 'proved' }])
})

const sentence = fc.constantFrom(
  (a: string, b: string, p: string, word: string) => `${word} từ ${a} lên ${b} hồ sơ (${word} ${p}%)`,
  (a: string, b: string, p: string, word: string) =>
    `tiếp nhận ${b} hồ sơ, ${word} ${p}% so với cùng kỳ năm 2022 (${a} hồ sơ)`,
  (a: string, b: string, p: string, word: string) => `${word} ${p}% so với năm trước (${a} → ${b})`,
)

test('right changes are never accused, wrong ones always', () => {
  const number = fc.integer({ min: 100, max: 900_000 })
  fc.assert(
    fc.property(sentence, number, number, fc.integer({ min: 0, max: 2 }), (say, before, after, places) => {
      fc.pre(before !== after)
      const word = after > before ? 'tăng' : 'giảm'
      const change = Math.abs(after - before) / before
      fc.pre(change < 90)
      const text = (value: number) => (100 * value).toFixed(places).replace('.', ',')
      const [a, b] = [formatNumber(before), formatNumber(after)]
      const right = say(a, b, text(change), word)
      expect(find(word === 'giảm' ? right.replace(' lên ', ' xuống ') : right)).toEqual([])
      const wrong = say(a, b, text(change * 1.3 + 0.05), word)
      expect(find(word === 'giảm' ? wrong.replace(' lên ', ' xuống ') : wrong).length).toBeLessThanOrEqual(1)
    }),
  )
})

test('every wrong change of counts is found', () => {
  fc.assert(
    fc.property(
      sentence,
      fc.integer({ min: 100, max: 90_000 }),
      fc.integer({ min: 5, max: 900 }),
      (say, before, more) => {
        const change = ((100 * more) / before + 5).toFixed(1).replace('.', ',')
        const found = find(say(formatNumber(before), formatNumber(before + more), change, 'tăng'))
        const difference = (100 * before) / more
        fc.pre(Math.abs(difference - Number(change.replace(',', '.'))) > 1)
        expect(found).toHaveLength(1)
      },
    ),
  )
})
