import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditedReport, hostileReport } from './audited.fixture.ts'
import type { AuditedReport } from './audited-report.ts'
import { summaryPdf } from './summary-pdf.ts'

const run = promisify(execFile)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summary-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function printed(report: AuditedReport) {
  const bytes = await summaryPdf(report)
  const file = join(folder, `${report.language}.pdf`)
  await writeFile(file, bytes)
  const [text, about, fonts] = await Promise.all([
    run('pdftotext', ['-raw', file, '-']),
    run('pdfinfo', [file]),
    run('pdffonts', [file]),
  ])
  return {
    raw: Buffer.from(bytes).toString('latin1'),
    text: text.stdout
      .normalize('NFC')
      .replace(/\u200b/g, '')
      .replace(/\s+/g, ' '),
    about: about.stdout,
    fonts: fonts.stdout.split('\n').slice(2).filter(Boolean),
  }
}

/** So many findings of three kinds, one after the other. */
function many(count: number): AuditedReport {
  const { findings } = auditedReport()
  return auditedReport({
    findings: Array.from({ length: count }, (_, index) => ({
      ...(findings[index % 3] as (typeof findings)[number]),
      key: `k${index}`,
      placeKey: `p${index}`,
    })),
  })
}

test('one page says what was checked, when, what was read and what was found', async () => {
  const { text, about } = await printed(auditedReport())
  expect(about).toMatch(/Pages:\s+1\n/)
  expect(about).toMatch(/Page size:.*A4/)
  for (const part of [
    'TÓM TẮT KẾT QUẢ KIỂM TRA BÁO CÁO',
    'chuyển đổi số 9 tháng năm 2023 thành phố Vũng Tàu',
    'Kiểm tra lúc 22/11/2026 09:08',
    'Có 2 mâu thuẫn đã chứng minh cần sửa hoặc giải trình trước khi ban hành, và 1 điểm khác nên xem lại.',
    'Đã đọc 14 bảng, 1.234 số trong bảng',
    '23.802 / 23.391 = 101,76%',
    '118.103 / 142.378 = 82,95%',
    'và 1 điểm khác (1 nên xem lại; 1 điểm đã bỏ qua có lý do).',
  ])
    expect(text).toContain(part)
})

test('it is a tagged PDF/A-2a with a title, and only Tinos in it', async () => {
  const { raw, about, fonts } = await printed(auditedReport())
  expect(raw).toMatch(/pdfaid:part>2</)
  expect(raw).toMatch(/pdfaid:conformance>A</)
  expect(raw).toMatch(/\/Lang ?\(vi/)
  expect(about).toMatch(/Tagged:\s+yes/)
  expect(about).toMatch(/Title:\s+TÓM TẮT/)
  for (const font of fonts) expect(font).toMatch(/\+Tinos-\w+ .* yes yes yes/)
})

test('however many there are, it is one page, and the number left out is the truth', async () => {
  for (const count of [5, 12, 60, 500]) {
    const { text, about } = await printed(many(count))
    expect(about).toMatch(/Pages:\s+1\n/)
    const shown = [...text.matchAll(/Điểm (\d+) /g)].map(([, number]) => Number(number))
    const left = Number(/và (\d+) điểm khác \(/.exec(text)?.[1] ?? 0)
    expect(shown).toEqual(Array.from({ length: count - left }, (_, index) => index + 1))
    expect(shown.length).toBeGreaterThan(4)
  }
})

test('in English every word of ours is English', async () => {
  const { text, raw } = await printed(auditedReport({ language: 'en' }))
  expect(raw).toMatch(/\/Lang ?\(en/)
  for (const part of [
    'SUMMARY OF THE REPORT CHECK',
    'There are 2 proved contradictions to correct or explain before the report is issued, and 1 more worth a look.',
    'Not enough grounds to conclude which figure is wrong.',
    'and 1 more (1 worth a look; 1 dismissed with a reason).',
  ])
    expect(text).toContain(part)
  expect(text).not.toMatch(/Điểm|Mức độ|Căn cứ|Đã đọc/)
})

test('a clean report is said to be one', async () => {
  expect((await printed(auditedReport({ demonstration: true }))).text).toContain('DỮ LIỆU MINH HỌA')
  const { text } = await printed(auditedReport({ findings: [], title: '' }))
  expect(text).toContain('bao-cao-9-thang-2023.txt')
  expect(text).toContain('Không phát hiện mâu thuẫn nào trong phạm vi đã đọc.')
  expect(text).not.toContain('nặng nhất')
})

test('what others wrote is printed, never run, and letters no font has are boxes', async () => {
  const { text, about } = await printed(hostileReport({ title: '#image("x.png") *đậm* $1$ 😀漢✓' }))
  expect(about).toMatch(/Pages:\s+1\n/)
  expect(text).toContain('#image("x.png") *đậm* $1$ □□□')
  expect(text).toContain('<script>alert(1)</script>')
})

test('texts without end and without spaces stay on the page', async () => {
  const long = 'W'.repeat(10_000)
  const { findings, document } = auditedReport()
  const { about } = await printed(
    auditedReport({
      title: long,
      document: { ...document, name: long },
      findings: findings.map((finding) => ({
        ...finding,
        places: [{ block: 0, quote: long, where: { vi: long, en: long } }],
        stated: { vi: long, en: long },
        worked: { vi: 'từ '.repeat(5000), en: long },
      })),
    }),
  )
  expect(about).toMatch(/Pages:\s+1\n/)
})
