import { describe, expect, test } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { NOTHING_KNOWN } from '../domain/knowledge.ts'
import { problems } from '../domain/problems.ts'
import { auditFile } from './audit-file.ts'
import { readReport } from './read-report.ts'
import { xlsxFile } from './readers/sheet-file.fixture.ts'
import { p, wordFile } from './readers/word-file.fixture.ts'

const row = (cells: readonly string[]) => `<w:tr>${cells.map((text) => `<w:tc>${p(text)}</w:tc>`).join('')}</w:tr>`
const rows = [
  ['TT', 'Đơn vị', 'Hồ sơ tiếp nhận (1)', 'Hồ sơ trực tuyến (2)', 'Tỷ lệ (3)=(2)/(1)'],
  ['1', 'Phường 1', '200', '100', '50%'],
  ['2', 'Phường 2', '400', '100', '75%'],
]
const report = wordFile({ body: `${p('Bảng 1. Kết quả')}<w:tbl>${rows.map(row).join('')}</w:tbl>` })

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (thrown instanceof Problem) return thrown
  throw new Error(`not a problem: ${String(thrown)}`)
}

test('a file comes back read, with what the rules find in it', async () => {
  const { document, findings, checked } = await auditFile({ name: 'a.docx', bytes: report, knowledge: NOTHING_KNOWN })
  expect(document).toMatchObject({ name: 'a.docx', format: 'docx' })
  expect(checked.tables).toBe(1)
  const quotes = findings.flatMap(({ places }) => places.map(({ quote }) => quote))
  expect(quotes).toContain('75%')
  expect(quotes).not.toContain('50%')
})

test('a file that is only read comes back as it is read within', async () => {
  const { document } = await auditFile({ name: 'a.docx', bytes: report, knowledge: NOTHING_KNOWN })
  expect(await readReport({ name: 'a.docx', bytes: report })).toEqual(document)
})

describe('what is refused is said in both languages', () => {
  test.each([
    ['a fault of the file', wordFile({ body: p('&x;') }), 'auditor/file-entities', 400],
    ['more bytes than any report has', new Uint8Array(25 * 1024 * 1024 + 1), 'auditor/file-too-large', 413],
    ['no text', new Uint8Array(), 'auditor/file-empty', 400],
  ])('%s', async (_, bytes, code, status) => {
    for (const work of [
      () => readReport({ name: 'a.docx', bytes }),
      () => auditFile({ name: 'a.docx', bytes, knowledge: NOTHING_KNOWN }),
    ]) {
      const problem = await problemOf(work())
      expect(problem).toMatchObject({ code, status })
      expect(problems[code]?.vi(problem.values)).not.toContain('undefined')
      expect(problems[code]?.en(problem.values)).not.toContain('undefined')
    }
  })

  const wide = xlsxFile({
    sheets: { A: `<sheetData>${'<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(150_000)}</sheetData>` },
  })
  test('more memory than it is worth', async () => {
    const problem = await problemOf(readReport({ name: 'a.xlsx', bytes: wide }, { memoryMb: 24 }))
    expect(problem.code).toBe('auditor/file-too-long')
  })
  test('more time than it is worth', async () => {
    const problem = await problemOf(readReport({ name: 'a.xlsx', bytes: wide }, { seconds: 0.05 }))
    expect(problem).toMatchObject({ code: 'auditor/file-too-slow', values: { seconds: 0.05 } })
  })
})
