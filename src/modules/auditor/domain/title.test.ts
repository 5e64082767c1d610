import { describe, expect, test } from 'vitest'
import type { Block } from './document.ts'
import { periodIn, titleOf, titleStem } from './title.ts'

const paragraph = (text: string, heading?: number): Block => ({
  kind: 'paragraph',
  text,
  origin: {},
  ...(heading !== undefined && { heading }),
})
const titled = (...blocks: Block[]) => titleOf({ name: 'bao-cao.final.docx', format: 'docx', blocks })

describe('what a document calls itself', () => {
  test('the kind of paper with what stands below it', () => {
    const blocks = ['Số: /BC-UBND', 'BÁO CÁO', 'Tình hình chuyển đổi số 9 tháng năm 2023', 'Thực hiện Quyết định…']
    expect(titled(...blocks.map((text) => paragraph(text)))).toBe('Báo cáo tình hình chuyển đổi số 9 tháng năm 2023')
  })
  test('the kind and the subject in one paragraph', () => {
    expect(titled(paragraph('KẾ HOẠCH\nChuyển đổi số tỉnh năm 2024'))).toBe('KẾ HOẠCH Chuyển đổi số tỉnh năm 2024')
  })
  test('a heading when nothing names a kind, and the name of the file when there is none', () => {
    expect(titled(paragraph('Lời đầu'), paragraph('Kết quả quý I', 1))).toBe('Kết quả quý I')
    expect(titled(paragraph('Báo cáo nói rằng…'))).toBe('bao-cao.final')
    expect(titleOf({ name: '.csv', format: 'csv', blocks: [] })).toBe('Không có tên')
  })
})

test.each([
  ['Báo cáo 9 tháng năm 2023 và phương hướng 03 tháng cuối năm 2023', '2023-9M'],
  ['Báo cáo chín tháng đầu năm 2023', '2023-9M'],
  ['Kết quả quý III/2024', '2024-Q3'],
  ['Kết quả Quý 2 năm 2024', '2024-Q2'],
  ['Sáu tháng cuối năm 2025', '2025-H2'],
  ['03 tháng đầu năm 2025', '2025-Q1'],
  ['Báo cáo tháng 11/2024', '2024-M11'],
  ['Báo cáo tháng 11 năm 2024', '2024-M11'],
  ['Báo cáo tháng 13/2024', null],
  ['Kết quả năm 2024', '2024-Y'],
  ['Kế hoạch giai đoạn 2021-2025', null],
  ['Báo cáo nhanh', null],
])('%s is of the period %s', (title, period) => {
  expect(periodIn(title)).toBe(period)
})

test('reports of one kind have one stem in every period, others have another', () => {
  const stem = titleStem('Báo cáo chuyển đổi số quý III năm 2023 và phương hướng 03 tháng cuối năm 2023')
  expect(titleStem('BÁO CÁO chuyển đổi số quý II/2024 và phương hướng 6 tháng cuối năm 2024')).toBe(stem)
  expect(titleStem('Báo cáo chuyển đổi số quý I năm 2024 và phương hướng 09 tháng cuối năm 2024')).toBe(stem)
  expect(titleStem('Báo cáo cải cách hành chính quý III năm 2023')).not.toBe(stem)
})
