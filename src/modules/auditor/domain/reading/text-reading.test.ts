import { expect, test } from 'vitest'
import type { Block } from '../document.ts'
import { readTextParts, titleLevel } from './text-reading.ts'

const paragraph = (text: string, heading?: number): Block => ({
  kind: 'paragraph',
  text,
  origin: {},
  ...(heading === undefined ? {} : { heading }),
})

const sections = (...blocks: Block[]) =>
  readTextParts({ name: '', format: 'text', blocks }).paragraphs.map(({ section }) => section)

test('numbered titles put the text below them in their place', () => {
  expect(
    sections(
      paragraph('I. CHÍNH QUYỀN SỐ'),
      paragraph('1. Phần mềm quản lý văn bản'),
      paragraph('a) Cấp huyện'),
      paragraph('Đã triển khai.'),
      paragraph('2. Chữ ký số'),
      paragraph('Đã cấp.'),
    ).at(-3),
  ).toEqual(['I. CHÍNH QUYỀN SỐ', '1. Phần mềm quản lý văn bản', 'a) Cấp huyện'])
})

test('6.2 stands under 6 and ends 6.1', () => {
  expect(
    sections(paragraph('6. Kết quả'), paragraph('6.1. Chỉ đạo'), paragraph('6.2. Tiêu chí'), paragraph('Văn bản')),
  ).toEqual([[], ['6. Kết quả'], ['6. Kết quả'], ['6. Kết quả', '6.2. Tiêu chí']])
})

test('marked headings count as the original marks them', () => {
  expect(
    sections(paragraph('Phần một', 1), paragraph('Mục nhỏ', 2), paragraph('Phần hai', 1), paragraph('Lời')),
  ).toEqual([[], ['Phần một'], [], ['Phần hai']])
})

test.each(['- Tham mưu ban hành', '1.147 người có công', 'Văn bản thường', '2023 là năm dữ liệu', '3. Nội dung sau:'])(
  '%s is no title',
  (text) => {
    expect(titleLevel(text)).toBeNull()
  },
)

test('cells give their documents and days, not their statements', () => {
  const parts = readTextParts({
    name: '',
    format: 'text',
    blocks: [
      {
        kind: 'table',
        width: 2,
        rows: [
          [
            { text: '98% (98/100)', row: 0, column: 0 },
            { text: 'Quyết định số 110/QĐ-STTTT ngày 29/6/2023', row: 0, column: 1 },
          ],
        ],
        origin: {},
      },
      paragraph('Có 168/542 tiểu thương'),
    ],
  })
  expect(parts.statements).toHaveLength(1)
  expect(parts.references).toMatchObject([{ number: '110', spot: { block: 0, row: 0, column: 1 } }])
  expect(parts.dates).toMatchObject([{ iso: '2023-06-29', spot: { block: 0, row: 0, column: 1 } }])
})
