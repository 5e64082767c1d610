import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { procedures } from '#modules/procedures/index.ts'
import { openArchive, partText } from '#server/archive.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { fieldsOf } from '../domain/definition.ts'
import { goodAnswers, sampleForm } from '../domain/sample.fixture.ts'
import { filledForm, forms, getFormVersion } from '../index.ts'

let api: TestApi
let writer: Caller
let versionId: string
const code = 'to-khai'
beforeAll(async () => {
  api = await testApi({ modules: [organisation, procedures, forms] })
  writer = api.as({ grants: [{ permission: 'forms:*', unitId: null, reach: 'subtree' }] })
  const made = await writer.call(contract.createForm, { code, definition: { ...sampleForm(), demonstration: true } })
  versionId = made.body.versionId
})
afterAll(() => api.close())

async function printed(caller: Caller, body: object) {
  return caller.fetch(`/api/forms/by-code/${code}/printed`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

test('the filled form is printed as PDF/A and as Word, hidden parts left out, and a script is only text', async () => {
  const answers = { ...goodAnswers(), ly_do: '<script>alert(1)</script> #import "x"' }
  const pdf = await printed(writer, { versionId, answers, as: 'pdf' })
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const bytes = new Uint8Array(await pdf.arrayBuffer())
  expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-')
  const word = await printed(writer, { versionId, answers, as: 'docx' })
  const opened = await openArchive(new Uint8Array(await word.arrayBuffer()), { wanted: () => true, mostUnpackedMb: 20 })
  const text = 'fault' in opened ? '' : partText(opened, 'word/document.xml').replaceAll(/<[^>]+>/g, ' ')
  expect(text).toContain('TỜ KHAI THỬ')
  expect(text).toContain('Nguyễn Thị Thử')
  expect(text).toContain('1.200.000 đồng')
  expect(text).toContain('&lt;script&gt;')
  expect(text).toContain('MẪU MINH HỌA')
  expect(text).not.toContain('Người giám hộ')
})

test('other modules print what they keep', async () => {
  const file = await api.appDb.transaction().execute(async (tx) => {
    const version = await getFormVersion(tx, versionId)
    return filledForm(tx, { version, answers: goodAnswers(), as: 'docx', language: 'en', now: new Date() })
  })
  expect(file.name).toBe('to-khai.docx')
})

test('a draft is printed for nobody outside', async () => {
  expect((await printed(api.anonymous, { versionId, answers: {} })).status).toBe(404)
})

test('a Word template becomes a draft: dotted lines, boxes and tables are fields of likely kinds', async () => {
  const line = (text: string) => new Paragraph(text)
  const row = (cells: string[]) =>
    new TableRow({ children: cells.map((cell) => new TableCell({ children: [line(cell)] })) })
  const document = new Document({
    sections: [
      {
        children: [
          line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
          line('TỜ KHAI ĐĂNG KÝ KHAI SINH'),
          line('Kính gửi: (1) ...........................'),
          line('Họ, chữ đệm, tên người yêu cầu: .................................'),
          line('Số định danh cá nhân: ............... Số điện thoại: ..............'),
          line('II. Thông tin của trẻ'),
          line('Ngày, tháng, năm sinh: ……………………'),
          line('Giới tính của trẻ: ☐ Nam ☐ Nữ'),
          new Table({ rows: [row(['STT', 'Họ và tên', 'Năm sinh']), row(['1', '', '']), row(['2', '', ''])] }),
        ],
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const fileId = await writer.upload('mau.docx', type, bytes)
  const { body } = await writer.call(contract.importFormFromWord, { fileId })
  expect(body.definition.title.vi).toBe('Tờ khai đăng ký khai sinh')
  expect(body.definition.steps.map((step) => step.title.vi)).toEqual(['Thông tin', 'II. Thông tin của trẻ'])
  expect(fieldsOf(body.definition).map(({ kind, label }) => [kind, label.vi])).toEqual([
    ['person-name', 'Họ, chữ đệm, tên người yêu cầu'],
    ['identity-number', 'Số định danh cá nhân'],
    ['phone', 'Số điện thoại'],
    ['day', 'Ngày, tháng, năm sinh'],
    ['choice', 'Giới tính của trẻ'],
    ['table', 'Bảng kê'],
  ])
  const other = await writer.upload('mau.docx', type, new TextEncoder().encode('không phải Word'))
  const refused = await writer.call(contract.importFormFromWord, { fileId: other })
  expect(refused.problem?.code).toBe('forms/unreadable-template')
})
