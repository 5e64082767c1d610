import { expect, test } from 'vitest'
import { asHtml } from './as-html.ts'
import { AUDIT_SCHEMA, asJson } from './as-json.ts'
import { asText } from './as-text.ts'
import { auditedReport, HOSTILE, hostileReport } from './audited.fixture.ts'

/** What every output must say of the four findings. */
const SAID = [
  '98.27%',
  '23.802 / 23.391 = 101,76%',
  '118.103 / 142.378 = 82,95%',
  '421.620',
  'Đơn vị chưa phát sinh',
  'Nguyễn Văn An',
]

test('text says every finding with its places, gravest first', () => {
  const text = asText(auditedReport())
  for (const part of SAID) expect(text).toContain(part)
  expect([...text.matchAll(/^\[(.*?)\]/gm)].map(([, severity]) => severity)).toEqual([
    'ĐÃ CHỨNG MINH',
    'ĐÃ CHỨNG MINH',
    'NHIỀU KHẢ NĂNG SAI',
    'NÊN XEM LẠI',
  ])
  expect(text).toContain('  Vị trí: Bảng 5b, dòng “UBND TPVT”, cột (2): “23.802”\n')
  expect(text).toContain('Bảng 5b, dòng “Phường 1”, cột (2): (ô trống)')
  expect(text).toContain('Đề nghị sửa: Không đủ căn cứ để kết luận số nào sai.')
})

test('text of a clean report says what was read, not only that nothing was found', () => {
  expect(asText(auditedReport({ findings: [] }))).toMatch(/Đã đọc 14 bảng[^]*Kết quả: không có điểm nào\.\n$/)
})

test('text in English has no Vietnamese of ours', () => {
  const text = asText(auditedReport({ language: 'en' }))
  expect(text).toContain('[PROVED] Finding 1')
  expect(text).toContain('Correction: Not enough grounds to conclude which figure is wrong.')
  expect(text).not.toMatch(/Điểm|Vị trí|Văn bản ghi|Tính lại|Vì sao/)
})

test('text moves no cursor and turns no line', () => {
  expect(asText(hostileReport())).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u)
})

test('JSON has the whole of each finding in both languages, and where it stands in the file', () => {
  const { document } = auditedReport()
  const located = {
    ...document,
    blocks: document.blocks.map((block, index) => ({ ...block, origin: { line: index + 1, page: 2 } })),
  }
  const json = asJson(auditedReport({ document: located }))
  expect(json.schema).toBe(AUDIT_SCHEMA)
  expect(json.counts).toEqual({ found: { proved: 2, likely: 1, look: 1 }, open: { proved: 2, likely: 1, look: 0 } })
  expect(json.findings.map(({ number, state }) => [number, state])).toEqual([
    [1, 'open'],
    [2, 'open'],
    [3, 'open'],
    [4, 'dismissed'],
  ])
  expect(json.findings[0]?.places[0]).toEqual({
    block: 4,
    row: 3,
    column: 3,
    quote: '23.802',
    where: { vi: 'Bảng 5b, dòng “UBND TPVT”, cột (2)', en: 'Table 5b, row “UBND TPVT”, column (2)' },
    origin: { line: 5, page: 2 },
  })
  expect(json.findings[1]?.correction).toBeNull()
  expect(json.findings[0]?.correction?.kind).toBe('swap')
  expect(json.findings[3]?.decision?.reason).toBe('Đơn vị chưa phát sinh')
})

test('JSON survives being written and read, whatever stands in it', () => {
  const json = asJson(hostileReport())
  expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  expect(json.title).toContain(HOSTILE)
})

test('JSON is in the same order and shape as it was: programs rely on it', () => {
  const { rules: _, ...json } = asJson(auditedReport({ findings: auditedReport().findings.slice(1, 2) }))
  expect(json).toMatchInlineSnapshot(`
    {
      "auditedAt": "2026-11-22T02:08:00.000Z",
      "checked": {
        "numbers": 1234,
        "references": 43,
        "statements": 61,
        "tables": 14,
      },
      "counts": {
        "found": {
          "likely": 0,
          "look": 0,
          "proved": 1,
        },
        "open": {
          "likely": 0,
          "look": 0,
          "proved": 1,
        },
      },
      "demonstration": false,
      "file": {
        "format": "text",
        "name": "bao-cao-9-thang-2023.txt",
      },
      "findings": [
        {
          "correction": null,
          "decision": null,
          "earlier": null,
          "key": "stated-ratio:a|1",
          "notes": [
            {
              "en": "All numbers are read as 1.234.",
              "vi": "Mọi số đọc theo kiểu 1.234.",
            },
          ],
          "number": 1,
          "placeKey": "stated-ratio:a",
          "places": [
            {
              "block": 3,
              "from": 162,
              "origin": {},
              "quote": "dân số trưởng thành có tài khoản định danh điện tử đạt 54.03% (118.103/142.378).",
              "to": 186,
              "where": {
                "en": "Section 1, paragraph 4",
                "vi": "Mục 1, đoạn 4",
              },
            },
          ],
          "rule": "stated-ratio",
          "severity": "proved",
          "state": "open",
          "stated": {
            "en": "54.03% (118.103/142.378)",
            "vi": "54.03% (118.103/142.378)",
          },
          "why": {
            "en": "The share is not the quotient of the two numbers beside it, rounded or cut.",
            "vi": "Tỷ lệ ghi không phải là thương của hai số ghi bên cạnh, kể cả khi làm tròn hay cắt bớt.",
          },
          "worked": {
            "en": "118.103 / 142.378 = 82,95%",
            "vi": "118.103 / 142.378 = 82,95%",
          },
        },
      ],
      "schema": "haidang-audit/1",
      "title": "Báo cáo tình hình ứng dụng công nghệ thông tin, kết quả chuyển đổi số 9 tháng năm 2023 thành phố Vũng Tàu",
    }
  `)
})

test('every output says that figures are made up, when they are', () => {
  const made = auditedReport({ demonstration: true })
  for (const output of [asText(made), asHtml(made)]) expect(output).toContain('DỮ LIỆU MINH HỌA')
  for (const output of [asText(auditedReport()), asHtml(auditedReport())]) expect(output).not.toContain('MINH HỌA')
  expect(asJson(made).demonstration).toBe(true)
})

test('HTML is one page without scripts or anything fetched', () => {
  const html = asHtml(auditedReport())
  for (const part of SAID) expect(html).toContain(part)
  expect(html).toMatch(/^<!doctype html>\n<html lang="vi">/)
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(html).not.toMatch(/<script|<link|<img|<iframe|<object|\shref=|\ssrc=|url\(|@import|\son\w+=/i)
  expect(html.match(/<article/g)).toHaveLength(4)
})

test('HTML escapes what others wrote, everywhere', () => {
  const count = (html: string) => html.match(/<[a-z]/gi)?.length
  const html = asHtml(hostileReport())
  expect(html).not.toMatch(/<script|<w:evil|(?!\n)\p{Cc}|\p{Bidi_Control}/u)
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  // Not one element more than the same report without the hostile text has; the blank cell is no longer blank.
  expect(count(html)).toBe((count(asHtml(auditedReport())) ?? 0) - 1)
})
