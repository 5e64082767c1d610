import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AUDIT_USAGE, type ExitCode, runAuditCommand } from './audit-command.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haidang-audit-'))
  await writeFile(join(folder, 'right.txt'), reportOf('75%'))
  await writeFile(join(folder, 'wrong.txt'), reportOf('57%'))
  await writeFile(join(folder, 'photo.png'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function reportOf(share: string): string {
  const lines = [
    'BÁO CÁO',
    'Kết quả quý III năm 2023',
    'TT\tĐơn vị\tTổng số\tĐúng hạn\tTỷ lệ (%)',
    '\t\t(1)\t(2)\t(3)=(2)/(1)',
    `1\tPhường 1\t2.000\t1.500\t${share}`,
    '2\tPhường 2\t1.000\t500\t50%',
  ]
  return lines.join('\n')
}

type Ran = { readonly code: ExitCode; readonly out: string; readonly err: string }

async function run(args: readonly string[], language: 'vi' | 'en' = 'vi'): Promise<Ran> {
  let [out, err] = ['', '']
  const code = await runAuditCommand({
    args,
    language,
    folder,
    out: (bytes) => (out += new TextDecoder().decode(bytes)),
    err: (line) => (err += `${line}\n`),
  })
  return { code, out, err }
}

test('nothing proved is 0, something proved is 1, and the text says what', async () => {
  expect(await run(['right.txt'])).toMatchObject({ code: 0, err: '' })
  const { code, out } = await run(['wrong.txt'])
  expect(code).toBe(1)
  expect(out).toContain('57%')
  expect(out).toContain('75%')
  expect(out).toMatch(/đã chứng minh/i)
  expect((await run(['wrong.txt'], 'en')).out).toMatch(/proved/i)
})

test('JSON is JSON and nothing else; HTML is a page', async () => {
  const { code, out } = await run(['wrong.txt', '--format', 'json'])
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ title: 'Báo cáo kết quả quý III năm 2023', counts: { found: { proved: 1 } } })
  expect((await run(['right.txt', '--format', 'html'])).out).toMatch(/^<!doctype html>/i)
})

test('a file is written where it is asked for, Word and PDF only so', async () => {
  const { code, out, err } = await run(['wrong.txt', '--format', 'docx', '--out', 'result.docx'])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain('result.docx')
  expect((await readFile(join(folder, 'result.docx'))).subarray(0, 2).toString()).toBe('PK')
  expect(await run(['wrong.txt', '--format', 'pdf'])).toEqual({ code: 2, out: '', err: `${AUDIT_USAGE}\n` })
})

test.each([[[]], [['a', 'b']], [['right.txt', '--format', 'xlsx']], [['right.txt', '--loud']]])(
  '%j is answered with how to use it',
  async (args) => {
    expect(await run(args)).toEqual({ code: 2, out: '', err: `${AUDIT_USAGE}\n` })
  },
)

test('a file that is not there or cannot be audited is 2, with the reason in words', async () => {
  expect(await run(['none.txt'])).toMatchObject({ code: 2, err: 'Không đọc được tệp none.txt.\n' })
  const picture = await run(['photo.png'], 'en')
  expect(picture).toMatchObject({ code: 2, out: '' })
  expect(picture.err).toContain('(auditor/file-scanned)')
})
