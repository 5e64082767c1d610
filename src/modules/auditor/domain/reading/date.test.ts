import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf } from '#kernel/calendar.ts'
import type { ReportDocument } from '../document.ts'
import { datedOn, readDates, reportDay, spanOf } from './date.ts'

const isos = (text: string) => readDates(text).map(({ iso }) => iso)
const documentOf = (...texts: string[]): ReportDocument => ({
  name: '',
  format: 'text',
  blocks: texts.map((text) => ({ kind: 'paragraph', text, origin: {} })),
})

test.each([
  ['ngày 05/9/2023', ['2023-09-05']],
  ['trong tháng 12/2023 và tháng 01/2023', ['2023-12', '2023-01']],
  ['quý III/2023, quý 4 năm 2022', ['2023-Q3', '2022-Q4']],
  ['năm 2023', ['2023']],
  ['ngày 14 tháng 6 năm 2023', ['2023-06-14']],
  ['từ 01.01.2023 đến 31.12.2023', ['2023-01-01', '2023-12-31']],
  ['tháng 3 năm 2025', ['2025-03']],
])('%s', (text, expected) => {
  expect(isos(text)).toEqual(expected)
})

test.each(['ngày 31/02/2023', 'ngày 30 tháng 2 năm 2024', 'tháng 13/2023', '29/02/2023', 'ngày 31/4/2023'])(
  '%s does not exist',
  (text) => {
    expect(readDates(text)).toMatchObject([{ iso: '', exists: false }])
  },
)

test.each([
  '1.2.2023',
  '45/2020',
  'giai đoạn 2021-2025',
  '98.27% (23.391/23.802)',
  'năm 2021-2022',
  '10/10',
  '0254.385.6123',
])('%s names no day', (text) => {
  expect(readDates(text)).toEqual([])
})

test('every day is read from both ways of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_000 }), (count) => {
      const day = addDays('1990-01-01', count)
      const [year = '', month = '', date = ''] = day.split('-')
      expect(isos(`ngày ${Number(date)}/${Number(month)}/${year}`)).toEqual([day])
      expect(isos(`ngày ${date} tháng ${month} năm ${year}`)).toEqual([day])
    }),
  )
})

test.each([
  ['Tình hình chuyển đổi số trong 9 tháng năm 2023 và phương hướng nhiệm vụ 03 tháng cuối năm 2023', '2023-09-30'],
  ['Công tác cải cách hành chính 6 tháng đầu năm 2024', '2024-06-30'],
  ['Kết quả thực hiện quý I năm 2024', '2024-03-31'],
  ['Kết quả thực hiện Quý III/2025', '2025-09-30'],
  ['Chuyển đổi số tỉnh năm 2024', '2024-12-31'],
  ['Kết quả tháng 3 năm 2025', '2025-03-31'],
])('%s ends on %s', (title, day) => {
  expect(reportDay(documentOf('UBND TỈNH', 'Vũng Tàu, ngày tháng năm 2023', 'BÁO CÁO', title))).toBe(day)
})

test('the date line goes before the title', () => {
  const document = documentOf('Vũng Tàu, ngày 05 tháng 10 năm 2023', 'BÁO CÁO', 'Kết quả 9 tháng năm 2023')
  expect(datedOn(document)).toBe('2023-10-05')
  expect(reportDay(document)).toBe('2023-10-05')
})

test('a text that says neither has no day', () => {
  expect(reportDay(documentOf('Ghi chép', 'không có gì'))).toBeNull()
})

test('a span holds its first and its last day', () => {
  expect(spanOf('2023-Q3')).toEqual({ first: '2023-07-01', last: '2023-09-30' })
  expect(spanOf('2024-02')).toEqual({ first: '2024-02-01', last: dayOf(2024, 2, 29) })
  expect(spanOf('')).toBeNull()
})
