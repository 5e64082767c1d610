import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sampleReport } from './report.fixture.ts'
import { wordOf } from './word.ts'

const parts = unzipSync(await wordOf(sampleReport()))
const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
const document = xml('word/document.xml')
const words = document.replace(/<[^>]+>/g, ' ')
const MM = 1440 / 25.4

test('the page is A4 with the margins of Decree 30/2020: 20–25 above and below, 30–35 left, 15–20 right', () => {
  const size = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(document)
  expect([Number(size?.[1]) / MM, Number(size?.[2]) / MM].map(Math.round)).toEqual([210, 297])
  const margin = (side: string) => Number(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(document)?.[1]) / MM
  expect(margin('top')).toBeCloseTo(20, 0)
  expect(margin('bottom')).toBeCloseTo(20, 0)
  expect(margin('left')).toBeCloseTo(30, 0)
  expect(margin('right')).toBeCloseTo(18, 0)
})

test('every letter is Times New Roman, the body 13 points, justified, with an indent', () => {
  const fonts = new Set([...document.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font))
  expect([...fonts]).toEqual(['Times New Roman'])
  expect(document).toMatch(/<w:jc w:val="both"\/>/)
  expect(document).toMatch(/<w:ind w:firstLine="720"\/>/)
  expect(document).toContain('<w:sz w:val="26"/>')
})

test('the head carries nation, motto, agency, number, place and day', () => {
  for (const text of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'ỦY BAN NHÂN DÂN THÀNH PHỐ VŨNG TÀU',
    'Số: 07/BC-UBND',
    'Vũng Tàu, ngày 05 tháng 10 năm 2023',
    'BÁO CÁO',
  ])
    expect(words).toContain(text)
  expect(words).not.toContain('DỰ THẢO')
})

test('legal bases end in semicolons and a full stop, recipients too', () => {
  expect(words).toMatch(/Thực hiện Quyết định số 1;/)
  expect(words).toMatch(/Thực hiện Quyết định số 2\./)
  expect(words).toMatch(/- UBND tỉnh;/)
  expect(words).toMatch(/- Lưu: VT\./)
})

test('tables are Word tables whose heading rows repeat and whose rows stay whole', () => {
  const tables = document
    .split('<w:tbl>')
    .slice(1)
    .filter((table) => table.includes('<w:tblHeader/>'))
  expect(tables).toHaveLength(2)
  expect(tables[0]?.match(/<w:tblHeader\/>/g)).toHaveLength(2)
  expect(tables[0]).toMatch(/<w:gridSpan w:val="2"\/>/)
  expect(tables[0]).toMatch(/<w:vMerge w:val="restart"\/>/)
  expect(tables[0]).toContain('<w:cantSplit/>')
})

test('the page number stands centred above from page 2 on', () => {
  expect(document).toContain('<w:titlePg/>')
  const headers = Object.keys(parts).filter((name) => /^word\/header\d*\.xml$/.test(name))
  expect(headers.filter((name) => xml(name).includes('PAGE'))).toHaveLength(1)
})

test('demonstration figures are labelled on every page', () => {
  const footers = Object.keys(parts).filter((name) => /^word\/footer\d*\.xml$/.test(name))
  expect(footers).toHaveLength(2)
  for (const name of footers) expect(xml(name)).toContain('DỮ LIỆU MINH HỌA')
})

test('what people wrote stays words', () => {
  expect(document).toContain('&lt;b&gt;Đạt&lt;/b&gt; &amp; vượt: #image(&quot;x.png&quot;) $1$')
})

test('a draft has an open number and says that it is one', async () => {
  const draft = strFromU8(unzipSync(await wordOf(sampleReport(null)))['word/document.xml'] ?? new Uint8Array()).replace(
    /<[^>]+>/g,
    ' ',
  )
  expect(draft).toContain('DỰ THẢO')
  expect(draft).toMatch(/Số: +\/BC-UBND/)
})

test('the signature keeps the words above it, and a minus its number', async () => {
  const report = sampleReport()
  const closing = [...report.closing, [{ text: 'Giảm 14 hồ sơ (-12,84%), từ 2025-2026./.' }]]
  const made = strFromU8(unzipSync(await wordOf({ ...report, closing }))['word/document.xml'] ?? new Uint8Array())
  const last = made.split('<w:p>').find((paragraph) => paragraph.includes('12,84%')) ?? ''
  expect(last).toContain('<w:keepNext/>')
  expect(last).toMatch(/\(<\/w:t><w:noBreakHyphen\/><w:t[^>]*>12,84%\), từ 2025-2026/)
})
