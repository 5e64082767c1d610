import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { bookForm } from '../../domain/forms/book.ts'
import { at, formCase, ward } from '../../domain/forms/form.fixture.ts'
import type { FormDocument } from '../../domain/forms/page.ts'
import { receiptForm } from '../../domain/forms/receipt.ts'
import { formPdf } from './pdf.ts'

async function read(document: FormDocument): Promise<{ pages: readonly string[]; raw: string }> {
  const bytes = await formPdf(document)
  const raw = Buffer.from(bytes).toString('latin1')
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false })
  return { pages: text.map((page) => page.normalize('NFC').replace(/\s+/g, ' ')), raw }
}

test('a receipt is one page with everything on it, and its text can be taken out', async () => {
  const { pages, raw } = await read(receiptForm(formCase(), 'vi'))
  expect(pages).toHaveLength(1)
  for (const piece of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'H29.12.05-261116-0007',
    'Mã tra cứu: K7QF',
    'NGƯỜI NỘP HỒ SƠ',
    'DỮ LIỆU MINH HỌA',
  ])
    expect(pages[0]).toContain(piece)
  expect(raw).toMatch(/pdfaid:conformance>A</)
})

test('what a citizen wrote is printed and never run, also letters the font does not have', async () => {
  const { pages } = await read(receiptForm(formCase({ title: '#image("x") $1$ *b* <c> 😀 漢' }), 'vi'))
  expect(pages[0]).toContain('#image("x") $1$ *b* <c> □ □')
})

test('forty papers go over pages with their header repeated, and the signatures stay together at the end', async () => {
  const papers = Array.from({ length: 40 }, (_, index) => ({
    name: `Giấy tờ ${index + 1} ${'có tên rất dài kéo qua nhiều dòng '.repeat(4)}`,
    form: 'copy' as const,
    copies: 1,
    note: '',
  }))
  const { pages } = await read(receiptForm(formCase({ papers }), 'vi'))
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages.slice(0, -1)) expect(page).toContain('Tên giấy tờ')
  expect(pages.at(-1)).toContain('NGƯỜI NỘP HỒ SƠ')
  expect(pages.at(-1)).toContain('NGƯỜI TIẾP NHẬN HỒ SƠ')
})

test('a book of five hundred cases names its columns on every page', async () => {
  const rows = Array.from({ length: 500 }, (_, index) => ({
    code: `H29.12.05-261116-${String(index + 1).padStart(4, '0')}`,
    procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    sets: 1,
    subjectName: 'Trần Thị Bích Ngọc',
    address: '12 Hoàng Hoa Thám',
    phone: '0903123456',
    competent: 'Phường Vũng Tàu',
    receivedAt: at('2026-11-16T09:00'),
    dueAt: null,
    endedAt: null,
    returnedAt: null,
    returnWay: 'desk',
    state: 'processing',
  }))
  const book = { unit: ward, from: '2026-11-01', to: '2026-11-30', rows, demonstration: false }
  const { pages } = await read(bookForm(book, at('2026-12-01T08:00')))
  expect(pages.length).toBeGreaterThan(20)
  for (const page of pages.slice(0, -1)) expect(page).toContain('Mã hồ sơ')
  expect(pages.at(-1)).toContain('Tổng số: 500 hồ sơ.')
  expect(pages.join(' ')).not.toContain('MINH HỌA')
})
