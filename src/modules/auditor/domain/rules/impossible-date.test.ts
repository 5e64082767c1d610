import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { impossibleDate } from './impossible-date.ts'

const find = (text: string) => findingsOf(impossibleDate, documentOf(text))

test.each([
  'ngày 31/02/2023',
  'ngày 30 tháng 2 năm 2024',
  'Quyết định số 12/QĐ-UBND ngày 31/4/2023',
  'trong tháng 13/2023',
  'ngày 29/02/2023',
])('%s is proved impossible', (text) => {
  expect(find(text)).toMatchObject([{ severity: 'proved' }])
})

test('month before day is only likely', () => {
  expect(find('ngày 12/31/2023')).toMatchObject([{ severity: 'likely' }])
})

test.each([
  'ngày 00/00/2023',
  'ngày    tháng    năm 2023',
  'ngày 29/02/2024',
  'tỷ lệ 31/52/2023',
  'phiên bản 1.31.2023',
])('%s is left alone', (text) => {
  expect(find(text).filter(({ severity }) => severity === 'proved' && text.startsWith('ngày'))).toEqual([])
})

test('no day of the calendar is accused', () => {
  fc.assert(
    fc.property(fc.nat(60_000), fc.boolean(), (count, padded) => {
      const [year = '', month = '', day = ''] = addDays('1980-01-01', count).split('-')
      const short = (text: string) => (padded ? text : String(Number(text)))
      expect(
        find(`Văn bản ngày ${short(day)}/${short(month)}/${year} và ngày ${day} tháng ${month} năm ${year}`),
      ).toEqual([])
    }),
  )
})
