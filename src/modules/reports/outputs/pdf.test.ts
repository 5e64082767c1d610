import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfOf } from './pdf.ts'
import { sampleReport } from './report.fixture.ts'

const run = promisify(execFile)
let folder: string
let file: string
let bytes: Uint8Array
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'))
  file = join(folder, 'report.pdf')
  bytes = await pdfOf(sampleReport())
  await writeFile(file, bytes)
})
afterAll(() => rm(folder, { recursive: true }))

const text = async () => (await run('pdftotext', ['-layout', file, '-'])).stdout.normalize('NFC').replace(/\s+/g, ' ')

test('the words and numbers can be taken out as text, every Vietnamese letter with its marks', async () => {
  const said = await text()
  for (const piece of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 07/BC-UBND',
    'Thành phố gửi 1.234 văn bản, các phường 2.468; đúng hạn 75% (3.702/4.936).',
    'Tổng cộng',
    'Ngày ỳ ỹ ữ ặ Ẫ đ Đ ₫',
    'DỮ LIỆU MINH HỌA',
  ])
    expect(said).toContain(piece)
})

test('what people wrote is printed, never run', async () => {
  expect(await text()).toContain('- <b>Đạt</b> & vượt: #image("x.png") $1$')
})

test('it is a tagged PDF/A-2a in Vietnamese with a title', async () => {
  const raw = Buffer.from(bytes).toString('latin1')
  expect(raw).toMatch(/pdfaid:part>2</)
  expect(raw).toMatch(/pdfaid:conformance>A</)
  const { stdout } = await run('pdfinfo', [file])
  expect(stdout).toMatch(/Tagged:\s+yes/)
  expect(stdout).toMatch(/Title:\s+BÁO CÁO/)
  expect(stdout).toMatch(/Page size:.*A4/)
  expect(raw).toMatch(/\/Lang ?\(vi/)
})

test('only Tinos is in it, embedded', async () => {
  const { stdout } = await run('pdffonts', [file])
  const fonts = stdout.split('\n').slice(2).filter(Boolean)
  expect(fonts.length).toBeGreaterThan(1)
  for (const font of fonts) expect(font).toMatch(/\+Tinos-\w+ .* yes yes yes/)
})

test('ten reports asked for at once all come', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => pdfOf(sampleReport())))
  expect(made.every((pdf) => pdf.length > 20_000)).toBe(true)
})
