import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { statusWords } from './status-words.ts'

const find = (text: string) => findingsOf(statusWords, documentOf(text))

test.each([
  'tỷ lệ hồ sơ xử lý trực tuyến đạt 53,6%, vượt chỉ tiêu 3,6%; tỷ lệ khác',
  'đạt 53,6%, vượt chỉ tiêu 3,6% (chỉ tiêu 50%)',
  'chỉ tiêu là 50%, thực hiện 53,6%, vượt chỉ tiêu 7,2%',
  'có tài khoản trên sàn đạt 70%, vượt chỉ tiêu 40%',
  'đạt 95,52%, chỉ tiêu tỉnh đặt ra là 90%',
  'hộ nghèo còn 1,5%, vượt chỉ tiêu đề ra 2%',
  'đạt 85%, chưa đạt chỉ tiêu 90%',
  'đạt 92%, đạt chỉ tiêu đề ra là 90%',
  'đạt 92%, cao hơn bình quân của tỉnh (85%)',
  'đạt 92%, cao hơn bình quân của tỉnh 2,3%',
  'thực hiện 85%, đạt 94,4% kế hoạch',
])('%s is left alone', (text) => {
  expect(find(text)).toEqual([])
})

test.each([
  'đạt 53,6%, vượt chỉ tiêu 60%',
  'đạt 53,6%, vượt chỉ tiêu 4,6% (chỉ tiêu 50%)',
  'đạt 95%, chưa đạt chỉ tiêu 90%',
  'đạt 85%, đạt chỉ tiêu đề ra là 90%',
  'đạt 72%, cao hơn bình quân của tỉnh (85%)',
])('%s is likely wrong', (text) => {
  expect(find(text)).toMatchObject([{ severity: 'likely' }])
})

test('a right word is never accused, a wrong one always', () => {
  const share = fc.integer({ min: 1, max: 999 }).map((tenth) => tenth / 10)
  const text = (value: number) => `${String(value).replace('.', ',')}%`
  fc.assert(
    fc.property(share, share, (value, target) => {
      const [up, down] = [
        `đạt ${text(value)}, vượt chỉ tiêu đề ra là ${text(target)}`,
        `đạt ${text(value)}, chưa đạt chỉ tiêu ${text(target)}`,
      ]
      expect(find(up)).toHaveLength(value < target ? 1 : 0)
      expect(find(down)).toHaveLength(value >= target ? 1 : 0)
    }),
  )
})
