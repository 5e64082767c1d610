import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../domain/finding.ts'
import { annotatedWord } from './annotated-word.ts'
import { auditedReport } from './audited.fixture.ts'
import { commentsOf, finding, rangesOf, readBack, requireWellFormed, xmlOf } from './word-reading.fixture.ts'
import { zipParts } from './zip-splice.ts'

const AUTHOR = 'Hải Đăng – kiểm tra báo cáo'

/** A Word file with a comment of somebody's, a merged header, a list, a picture's absence, an empty cell. */
async function originalFile(): Promise<Uint8Array> {
  const cell = (text: string, more = {}) => new TableCell({ children: [new Paragraph(text)], ...more })
  const document = new Document({
    comments: {
      children: [
        { id: 1, author: 'Nguyễn Văn An', date: new Date('2026-01-02'), children: [new Paragraph('Xem lại')] },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new CommentRangeStart(1),
              new TextRun({ text: 'Đạt ', bold: true }),
              new TextRun('98,27% (23.391/23.802) & đúng hạn 90% (850/900) hồ sơ.'),
              new CommentRangeEnd(1),
              new TextRun({ children: [new CommentReference(1)] }),
            ],
          }),
          new Table({
            rows: [
              new TableRow({
                tableHeader: true,
                children: [cell('Đơn vị', { rowSpan: 2 }), cell('Số liệu', { columnSpan: 2 })],
              }),
              new TableRow({ tableHeader: true, children: [cell('(1)'), cell('(2)')] }),
              new TableRow({ children: [cell('UBND'), cell('23.391'), cell('')] }),
            ],
          }),
          new Paragraph('Hết.'),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const original = await originalFile()
const document = await readBack(original)
const annotate = (findings: readonly Finding[]) =>
  annotatedWord({ ...auditedReport({ document, findings, decisions: [] }), original })

describe('a Word original', () => {
  const all = [
    finding(1, [
      { block: 1, row: 2, column: 1 },
      { block: 1, row: 2, column: 2 },
    ]),
    finding(2, [{ block: 1, row: 2, column: 1 }]),
    // Inside the merged cell, not where it begins; and beyond everything there is.
    finding(3, [{ block: 1, row: 1, column: 0 }]),
    finding(4, [
      { block: 0, from: 4, to: 26 },
      { block: 0, from: 29, to: 51 },
    ]),
    finding(5, [{ block: 99, row: 7, column: 7 }]),
    finding(6, []),
  ]

  test('is read back as the same document', async () => {
    expect(await readBack(await annotate(all))).toEqual(document)
  })

  test('keeps every part that comments do not touch, byte for byte, and stays well-formed', async () => {
    const annotated = await annotate(all)
    requireWellFormed(annotated)
    const after = new Map((zipParts(annotated) ?? []).map((part) => [part.name, part]))
    const before = zipParts(original) ?? []
    expect(after.size).toBe(before.length)
    for (const part of before)
      if (!['word/document.xml', 'word/comments.xml'].includes(part.name))
        expect(after.get(part.name)?.packed).toEqual(part.packed)
  })

  test('has a comment at each place, in full first, and those that were there', async () => {
    const annotated = await annotate(all)
    const comments = commentsOf(annotated)
    const ranges = rangesOf(annotated)
    expect([...comments.keys()].toSorted()).toEqual([...ranges.keys()].toSorted())
    const under = (word: string) =>
      [...comments].filter(([, { text }]) => text.includes(word)).map(([id]) => ranges.get(id))
    expect(comments.get('1')).toEqual({ author: 'Nguyễn Văn An', text: 'Xem lại\n' })
    expect([...comments.values()].filter(({ author }) => author === AUTHOR)).toHaveLength(8)
    expect(under('tính 1')).toEqual(['23.391'])
    expect(under('Điểm 1 · Đã chứng minh (chỗ liên quan)')).toEqual([''])
    expect(under('tính 2')).toEqual(['23.391'])
    expect(under('tính 3')).toEqual(['Đơn vị'])
    expect(under('tính 4')).toEqual(['98,27% (23.391/23.802)'])
    expect(under('Điểm 4 · Đã chứng minh (chỗ liên quan)')).toEqual(['đúng hạn 90% (850/900)'])
    expect(under('tính 5')).toEqual(['Hết.'])
    expect(under('tính 6')).toHaveLength(1)
  })

  test('says everything a finding has to say', async () => {
    const report = auditedReport()
    const [swapped, , , blank] = report.findings
    const made = await annotatedWord({ ...report, findings: [swapped, blank] as Finding[], original: null })
    const said = [...commentsOf(made).values()].map(({ text }) => text)
    const full = said.find((text) => text.includes('Tính lại: (2)/(1)')) ?? ''
    for (const part of [
      'Điểm 1 · Đã chứng minh',
      'Văn bản ghi: (3) = 98.27%, trong khi (1) = 23.391 và (2) = 23.802',
      'Vì sao: Số thanh toán thành công không thể lớn hơn tổng số thanh toán.',
      'Đề nghị sửa: Hai số bị đổi chỗ: đổi chỗ (1) và (2)',
      'Được xác nhận bởi: “98.27%”',
      'Liên quan: Bảng 5b, dòng “UBND TPVT”, cột (1); Bảng 5b, dòng “UBND TPVT”, cột (3)',
    ])
      expect(full).toContain(part)
    const dismissed = said.find((text) => text.includes('Tính lại: 0 / 10')) ?? ''
    expect(dismissed).toContain('Không đủ căn cứ để kết luận')
    expect(dismissed).toContain('Ý kiến xử lý: Bỏ qua, có lý do: Đơn vị chưa phát sinh (Nguyễn Văn An, 22/11/2026)')
  })

  test('comments again on what it commented on', async () => {
    const once = await annotate(all)
    const twice = await annotatedWord({ ...auditedReport({ document, findings: all, decisions: [] }), original: once })
    expect(commentsOf(twice).size).toBe(1 + 2 * 8)
    expect(rangesOf(twice).size).toBe(1 + 2 * 8)
    expect(await readBack(twice)).toEqual(document)
  })

  test('with nothing found is the file itself', async () => {
    expect(await annotate([])).toEqual(original)
  })

  test('that cannot be added to is made anew instead', async () => {
    const made = await annotatedWord({
      ...auditedReport({ document, findings: all }),
      original: original.slice(0, 900),
    })
    expect(commentsOf(made).size).toBe(8)
    expect(xmlOf(made, 'word/document.xml')).toContain('Hải Đăng lập lại bản này từ')
  })
})
