import { expect, test } from 'vitest'
import type { ReportDocument } from '../domain/document.ts'
import { annotatedWord } from './annotated-word.ts'
import { auditedReport, HOSTILE, hostileReport } from './audited.fixture.ts'
import { commentsOf, finding, rangesOf, readBack, requireWellFormed } from './word-reading.fixture.ts'

test('a file made anew says in its first line what it was made from, and holds every paragraph and cell', async () => {
  const report = auditedReport({ demonstration: true })
  const made = await annotatedWord({ ...report, original: null })
  requireWellFormed(made)
  const { blocks } = await readBack(made)
  const texts = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '|'))
  expect(texts[0]).toMatch(/^DỮ LIỆU MINH HỌA\. /)
  expect(texts[0]).toContain('từ tệp văn bản thuần (.txt) “bao-cao-9-thang-2023.txt”')
  for (const block of report.document.blocks) if (block.kind === 'paragraph') expect(texts).toContain(block.text)
  const table = blocks.find((block) => block.kind === 'table')
  const source = report.document.blocks.find((block) => block.kind === 'table')
  expect(table?.headerRows).toBe(3)
  const shape = (rows: typeof table) =>
    rows?.rows.map((cells) =>
      cells.map(({ text, row, column, rowSpan = 1, columnSpan = 1 }) => ({ text, row, column, rowSpan, columnSpan })),
    )
  expect(shape(table)).toEqual(shape(source))
})

test('hangs each comment on its own cell, also one that is merged or empty', async () => {
  const made = await annotatedWord({ ...auditedReport(), original: null })
  const comments = commentsOf(made)
  const ranges = rangesOf(made)
  const on = [...comments].map(([id, { text }]) => [text.slice(0, text.indexOf(' · ')), ranges.get(id)])
  expect(on).toEqual([
    ['Điểm 1', '23.802'],
    ['Điểm 1', '23.391'],
    ['Điểm 1', '98.27%'],
    ['Điểm 2', '54.03% (118.103/142.378)'],
    ['Điểm 3', '2. Tài khoản giao dịch: 80% (421.62/527.025) người từ 15 tuổi trở lên.'],
    ['Điểm 4', ''],
    ['Điểm 4', 'Phường 1và Phường 2'],
  ])
})

test('prints hostile text as text, in the document and in the comments', async () => {
  const made = await annotatedWord({ ...hostileReport(), original: null })
  requireWellFormed(made)
  const texts = JSON.stringify((await readBack(made)).blocks)
  expect(texts).toContain('</w:t><w:evil/> & \\"x\\"')
  const said = [...commentsOf(made).values()].map(({ text }) => text).join('\n')
  expect(said).toContain(`</w:t><w:evil/> & "x" 'y' <script>alert(1)</script>`)
  expect(texts + said).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u)
  expect(HOSTILE).toContain('\u202e')
})

test('takes cells of 10,000 letters, and tables wider than Word allows', async () => {
  const long = 'số liệu '.repeat(1250)
  const rows = Array.from({ length: 3 }, (_, row) =>
    Array.from({ length: 90 }, (__, column) => ({
      text: row === 1 && column === 88 ? long : `${row}.${column}`,
      row,
      column,
    })),
  )
  const wide: ReportDocument = {
    name: 'r.csv',
    format: 'csv',
    blocks: [{ kind: 'table', width: 90, rows, origin: {} }],
  }
  const found = [finding(1, [{ block: 0, row: 1, column: 88 }])]
  const made = await annotatedWord({ ...auditedReport({ document: wide, findings: found }), original: null })
  requireWellFormed(made)
  const { blocks } = await readBack(made)
  const tables = blocks.filter((block) => block.kind === 'table')
  expect(tables.map(({ width }) => width)).toEqual([20, 20, 20, 20, 10])
  expect(tables.flatMap(({ rows: all }) => all.flat()).map(({ text }) => text.trim())).toContain(long.trim())
  expect([...rangesOf(made).values()]).toEqual([long])
})

test('of a register of thousands of rows prints the first and those around findings, and says so', async () => {
  const rows = Array.from({ length: 5000 }, (_, row) => [
    { text: `Hộ ${row}`, row, column: 0 },
    { text: String(row * 3), row, column: 1 },
  ])
  const register: ReportDocument = {
    name: 'r.xlsx',
    format: 'xlsx',
    blocks: [{ kind: 'table', width: 2, rows, caption: 'Trang tính 1', origin: {} }],
  }
  const found = [finding(1, [{ block: 0, row: 4000, column: 1 }])]
  const made = await annotatedWord({ ...auditedReport({ document: register, findings: found }), original: null })
  const { blocks } = await readBack(made)
  const table = blocks.find((block) => block.kind === 'table')
  expect(table?.rows.map(([first]) => first?.text).slice(-5)).toEqual([
    'Hộ 3998',
    'Hộ 3999',
    'Hộ 4000',
    'Hộ 4001',
    'Hộ 4002',
  ])
  expect(table?.rows.length).toBe(65)
  expect(JSON.stringify(blocks)).toContain('4935 dòng không có nhận xét được lược ở đây')
  expect([...rangesOf(made).values()]).toEqual(['12000'])
})
