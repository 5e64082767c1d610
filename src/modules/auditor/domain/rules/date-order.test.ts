import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, formatDay } from '#kernel/calendar.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { dateOrder } from './date-order.ts'

const find = (...texts: string[]) => findingsOf(dateOrder, documentOf(...texts))

test('official operation before the trial, with the year that explains it', () => {
  const [found] = find(
    'Dự kiến vận hành thử nghiệm trong tháng 12/2023 và đưa vào vận hành chính thức trong tháng 01/2023',
  )
  expect(found).toMatchObject({
    severity: 'proved',
    correction: { kind: 'wrong-date', changes: [{ from: 'tháng 01/2023', to: 'tháng 01/2024' }] },
  })
})

test.each([
  'Dự kiến vận hành thử nghiệm trong tháng 12/2023 và đưa vào vận hành chính thức trong tháng 01/2024',
  'Hệ thống A chính thức vận hành từ ngày 05/5/2023; hệ thống B vận hành thử nghiệm từ tháng 9/2023',
  'Kế hoạch 5851/KH-UBND ngày 15/8/2023 thay thế cho Kế hoạch số 1420/KH-UBND ngày 15/3/2023',
  'Kế hoạch số 1420/KH-UBND ngày 15/3/2023 được thay thế bởi Kế hoạch 5851/KH-UBND ngày 15/8/2023',
  'giai đoạn 2021-2025, định hướng 2030',
  'từ ngày 15/12/2022 đến hết ngày 14/9/2023',
  'năm học 2023-2024',
  'Kế hoạch ngày 15/8/2023 và Quyết định ngày 15/3/2023',
  'hoàn thành ngày 01/3/2023, bắt đầu giai đoạn 2 từ ngày 15/3/2023',
  'từ năm 2023 đến tháng 6/2023',
  'bắt đầu triển khai từ tháng 3/2023 sau khi hoàn thành Đề án ngày 15/2/2023',
  'Quyết định số 5/QĐ-UBND ngày 10/2/2023 triển khai Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 được sửa đổi, bổ sung',
])('%s is left alone', (text) => {
  expect(find(text)).toEqual([])
})

test.each([
  ['từ ngày 15/12/2023 đến hết ngày 14/9/2023', 'proved'],
  ['giai đoạn 2025-2021', 'proved'],
  ['khởi công ngày 01/6/2023 và hoàn thành ngày 30/5/2023', 'likely'],
  ['Kế hoạch 5851/KH-UBND ngày 15/3/2023 thay thế cho Kế hoạch số 1420/KH-UBND ngày 15/8/2023', 'proved'],
  ['Kế hoạch số 1420/KH-UBND ngày 15/8/2023 được thay thế bởi Kế hoạch 5851/KH-UBND ngày 15/3/2023', 'proved'],
  [
    'Ban hành Kế hoạch số 3/KH-BCĐ ngày 20/3/2023; sau đó điều chỉnh tại Kế hoạch số 9/KH-UBND ngày 01/3/2023.',
    'likely',
  ],
])('%s is %s', (text, severity) => {
  expect(find(text)).toMatchObject([{ severity }])
})

test('a cited document after the report itself', () => {
  const head = ['UBND THÀNH PHỐ', 'Vũng Tàu, ngày 20 tháng 9 năm 2023', 'BÁO CÁO']
  expect(find(...head, 'Quyết định số 12/QĐ-UBND ngày 25/9/2023')).toMatchObject([{ severity: 'likely' }])
  expect(find(...head, 'Quyết định số 12/QĐ-UBND ngày 20/9/2023; hoàn thành trước ngày 30/12/2023')).toEqual([])
  expect(find('Vũng Tàu, ngày    tháng    năm 2023', 'Quyết định số 12/QĐ-UBND ngày 25/12/2023')).toEqual([])
  expect(find('Vũng Tàu, ngày    tháng    năm 2023', 'Quyết định số 12/QĐ-UBND ngày 05/01/2024')).toHaveLength(1)
})

test('days in order are never accused, days out of order always, whatever the sentence', () => {
  const sentence = fc.constantFrom(
    (a: string, b: string) => `Mở đợt cao điểm từ ngày ${a} đến ngày ${b}`,
    (a: string, b: string) => `(số liệu tính từ ngày ${a} đến hết ngày ${b})`,
    (a: string, b: string) => `vận hành thử nghiệm từ ngày ${a} và đưa vào vận hành chính thức từ ngày ${b}.`,
    (a: string, b: string) => `Kế hoạch số 9/KH-UBND ngày ${b} thay thế Kế hoạch số 8/KH-UBND ngày ${a}`,
    (a: string, b: string) => `ký ngày ${a}; sau đó điều chỉnh ngày ${b}.`,
  )
  fc.assert(
    fc.property(sentence, fc.nat(12_000), fc.integer({ min: 1, max: 900 }), (say, start, length) => {
      const a = addDays('1995-01-01', start)
      const b = addDays(a, length)
      expect(find(say(formatDay(a), formatDay(b)))).toEqual([])
      expect(find(say(formatDay(a), formatDay(a)))).toEqual([])
      expect(find(say(formatDay(b), formatDay(a)))).toHaveLength(1)
    }),
  )
})
