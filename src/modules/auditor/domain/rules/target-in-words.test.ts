import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { targetInWords } from './target-in-words.ts'

const HEADER = ['TT', 'Nội dung', 'Chỉ tiêu của tỉnh', 'Chỉ tiêu của thành phố', 'Kết quả thực hiện']
const TITLE = 'BÁO CÁO Kết quả 9 tháng năm 2023'
const tableOf = (label: string, province: string, city: string) =>
  documentOf(TITLE, [
    HEADER,
    ['1', label, province, city, '85% (850/1000)'],
    ['2', 'Hộ có Internet', '90%', '90%', '95% (950/1000)'],
  ])

test('words that strive for another level than all the columns', () => {
  const [found] = findingsOf(
    targetInWords,
    tableOf('Dân số có hồ sơ sức khỏe điện tử. Đến cuối năm 2023, phấn đấu đạt 95%.', '90%', '90%'),
  )
  expect(found).toMatchObject({ severity: 'likely', worked: { vi: '95% ≠ 90%' } })
  expect(found?.quotes[0]).toBe('90%')
})

test('a column many times the minimum that the words ask for is worth a look', () => {
  const [found] = findingsOf(
    targetInWords,
    tableOf('Bảo đảm tỷ lệ kinh phí chi cho an toàn thông tin đạt tối thiểu 10% tổng kinh phí', '10%', '100%'),
  )
  expect(found?.severity).toBe('look')
  expect(found?.quotes[0]).toBe('100%')
})

test.each([
  ['one column states the level', 'Dân số có hồ sơ sức khỏe, phấn đấu đạt 95%', '90%', '95%'],
  ['the words speak of a later year', 'Dân số có hồ sơ sức khỏe; đến năm 2025 phấn đấu đạt 95%', '90%', '90%'],
  ['a stricter target than the minimum', 'Bảo đảm kinh phí đạt tối thiểu 10% tổng kinh phí', '12%', '15%'],
  ['a percentage that defines the thing', 'Trường có ít nhất 50% giáo viên đạt chuẩn', '80%', '80%'],
  ['the target is a count', 'Phấn đấu đạt 95% dân số', '17 xã', '17 xã'],
  ['a percentage of criteria', 'Xã đạt 100% tiêu chí nông thôn mới', '70%', '70%'],
])('%s', (_, label, province, city) => {
  expect(findingsOf(targetInWords, tableOf(label, province, city))).toEqual([])
})

test('columns that state the level of the words are right; columns that all state another are not', () => {
  const level = fc.integer({ min: 5, max: 99 })
  fc.assert(
    fc.property(level, level, level, (said, province, city) => {
      const found = findingsOf(
        targetInWords,
        tableOf(`Dân số có hồ sơ sức khỏe, phấn đấu đạt ${said}%`, `${province}%`, `${city}%`),
      )
      if (said === province || said === city) expect(found).toEqual([])
      else expect(found).toMatchObject([{ severity: 'likely' }])
    }),
    { numRuns: 80 },
  )
})
