import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { toldShare } from './told-share.ts'

const find = (text: string) => findingsOf(toldShare, documentOf(text))

test('a share that the whole and its parts exclude', () => {
  const text =
    'Trong kỳ tiếp nhận 76.637 hồ sơ, trong đó cấp thành phố 20.655 hồ sơ. Kết quả: đúng hạn 76092 hồ sơ, đạt 100,28%; trễ hạn 545 hồ sơ.'
  expect(find(text)).toMatchObject([
    { severity: 'likely', worked: { vi: '76.092 + 545 = 76.637; 76.092 / 76.637 = 99,29%' } },
  ])
})

test.each([
  'tiếp nhận 76.637 hồ sơ. Kết quả: đúng hạn 76.092 hồ sơ, đạt 99,28%; trễ hạn 545 hồ sơ.',
  'tiếp nhận 76.637 hồ sơ, đúng hạn 70.000 hồ sơ, đạt 95%; trễ hạn 545 hồ sơ.',
  'tiếp nhận 76.637 hồ sơ. Kết quả: đúng hạn 76.092 hồ sơ, đạt 85% kế hoạch; trễ hạn 545 hồ sơ.',
  'có 1.000 người, nam 600 người, nữ 400 người, đạt 40%',
  'có 30 xã, 20 xã, đạt 50%, 10 xã',
])('%s is left alone', (text) => {
  expect(find(text)).toEqual([])
})

test('right shares are never accused, wrong ones always', () => {
  const part = fc.integer({ min: 60, max: 90_000 })
  fc.assert(
    fc.property(part, part, fc.nat(2), fc.integer({ min: 3, max: 30 }), (a, b, places, off) => {
      const [whole, one, rest] = [a + b, a, b].map((value) => formatNumber(value))
      const say = (share: number) =>
        `tiếp nhận ${whole} hồ sơ; đúng hạn ${one} hồ sơ, đạt ${share.toFixed(places).replace('.', ',')}%, trễ hạn ${rest} hồ sơ.`
      const share = (100 * a) / (a + b)
      expect(find(say(share))).toEqual([])
      const wrong = share > 50 ? share - off : share + off
      fc.pre(Math.abs(wrong - (100 * a) / b) > 1)
      expect(find(say(wrong))).toHaveLength(1)
    }),
  )
})
