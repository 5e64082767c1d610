import { expect, test } from 'vitest'
import { documentToAudit } from './audited.ts'
import { sampleReport } from './outputs/report.fixture.ts'

const issued = documentToAudit(sampleReport())
const texts = issued.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
const tables = issued.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))

test('every text stands in it as printed, in printed order', () => {
  expect(texts.slice(0, 7)).toEqual([
    'UBND TỈNH',
    'ỦY BAN NHÂN DÂN THÀNH PHỐ VŨNG TÀU',
    'Số: 07/BC-UBND',
    'Vũng Tàu, ngày 05 tháng 10 năm 2023',
    'BÁO CÁO',
    'Tình hình chuyển đổi số 9 tháng năm 2023',
    'Thực hiện Quyết định số 1;',
  ])
  expect(texts).toContain('Thành phố gửi 1.234 văn bản, các phường 2.468; đúng hạn 75% (3.702/4.936).')
  expect(texts).toContain('- <b>Đạt</b> & vượt: #image("x.png") $1$')
  expect(texts.at(-1)).toBe('Trên đây là báo cáo 9 tháng năm 2023./.')
})

test('sections are headings with their numbers, and say where they stand in the report', () => {
  const headings = issued.blocks.filter((block) => block.kind === 'paragraph' && block.heading !== undefined)
  expect(headings).toEqual([
    { kind: 'paragraph', text: '1. Văn bản', heading: 1, origin: { key: 's1' } },
    { kind: 'paragraph', text: '2. Chỉ tiêu', heading: 1, origin: { key: 's2' } },
  ])
})

test('tables keep merged headers, spans, totals and the numbers behind the printed text', () => {
  const [first] = tables
  expect(first).toMatchObject({ width: 5, headerRows: 2, origin: { key: 'table1' } })
  expect(first?.rows[0]).toEqual([
    { text: 'TT', row: 0, column: 0, rowSpan: 2 },
    { text: 'Đơn vị', row: 0, column: 1, rowSpan: 2 },
    { text: 'Văn bản', row: 0, column: 2, columnSpan: 2 },
    { text: 'Tỷ lệ', row: 0, column: 4, rowSpan: 2 },
  ])
  const total = first?.rows.at(-1)
  expect(total?.find(({ text }) => text === 'Tổng cộng')).toMatchObject({ bold: true })
  expect(total?.map(({ text, number }) => ({ text, number }))).toContainEqual({ text: '4.936', number: 4936 })
  for (const table of tables) {
    for (const [row, cells] of table.rows.entries()) {
      expect(cells.every((cell) => cell.row === row)).toBe(true)
      expect(cells.every(({ column, columnSpan = 1 }) => column + columnSpan <= table.width)).toBe(true)
    }
  }
})

test('a number and a day move nothing', () => {
  const draft = documentToAudit(sampleReport(null))
  expect(draft.blocks.map(({ kind }) => kind)).toEqual(issued.blocks.map(({ kind }) => kind))
  expect(draft.blocks.filter((block, at) => JSON.stringify(block) !== JSON.stringify(issued.blocks[at]))).toHaveLength(
    2,
  )
})
