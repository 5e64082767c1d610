import { expect, test } from 'vitest'
import { periodText, restText } from './period.ts'

test.each([
  ['nine-months', 1, '9 tháng năm 2023', '03 tháng cuối năm 2023'],
  ['quarter', 3, 'quý III năm 2023', '03 tháng cuối năm 2023'],
  ['half', 1, '6 tháng đầu năm 2023', '06 tháng cuối năm 2023'],
  ['month', 2, 'tháng 2 năm 2023', '10 tháng cuối năm 2023'],
  ['year', 1, 'năm 2023', 'năm 2024'],
] as const)('%s %i is "%s", and after it come "%s"', (kind, number, text, rest) => {
  expect(periodText({ kind, year: 2023, number })).toBe(text)
  expect(restText({ kind, year: 2023, number })).toBe(rest)
})
