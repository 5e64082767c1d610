import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { PrintedForm } from '../domain/printed.ts'
import { wordOf } from './word.ts'

const FORM: PrintedForm = {
  language: 'vi',
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  mark: 'MẪU MINH HỌA',
  number: '',
  title: 'Tờ khai thử',
  addressee: 'Kính gửi: Cơ quan tiếp nhận hồ sơ',
  sections: [
    {
      title: 'Hộ kinh doanh',
      blocks: [
        { kind: 'line', label: 'Tên', value: 'Quán Biển' },
        { kind: 'line', label: 'Địa chỉ', value: '' },
        { kind: 'table', label: 'Ngành, nghề', head: ['TT', 'Tên', 'Mã'], rows: [['1', 'Ăn uống', '56']] },
      ],
    },
  ],
  pledge: 'Tôi cam đoan lời khai trên là đúng sự thật.',
  placeAndDay: 'Vũng Tàu, ngày 01 tháng 12 năm 2026',
  signatures: [{ title: 'NGƯỜI YÊU CẦU', hint: '(Ký, ghi rõ họ tên)', name: '' }],
  foot: 'Phiên bản 1 của biểu mẫu, mã kiểm abc',
}

const parts = unzipSync(await wordOf(FORM))
const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
const paragraphs = xml('word/document.xml').split(/(?=<w:p>)/)
const saying = (words: string) => paragraphs.find((one) => one.includes(words)) ?? ''

test('what is not answered is dots to the margin, what is answered is not', () => {
  expect(saying('Địa chỉ')).toMatch(/<w:tab w:val="right" w:pos="\d+" w:leader="dot"\/>.*<w:tab\/>/s)
  expect(saying('Quán Biển')).not.toContain('w:leader')
})

test('what is vouched for stands on the page with the signature', () => {
  expect(saying('Tôi cam đoan')).toContain('<w:keepNext/>')
})

test('a table names its columns on every page, its first column is narrow', () => {
  const table = /<w:tbl>.*?<\/w:tbl>/s.exec(xml('word/document.xml'))?.[0] ?? ''
  expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  const [first = 0, second = 0] = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
  expect(first * 4).toBeLessThan(second)
})

test('the mark of a form that is an illustration stands on every page', () => {
  const footers = Object.keys(parts).filter((name) => /^word\/footer\d*\.xml$/.test(name))
  expect(footers.length).toBeGreaterThan(0)
  for (const name of footers) expect(xml(name)).toContain('MẪU MINH HỌA')
})
