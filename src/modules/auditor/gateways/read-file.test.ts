import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readFileAs } from './read-file.ts'
import { odsFile, xlsxFile } from './readers/sheet-file.fixture.ts'
import { p, wordFile } from './readers/word-file.fixture.ts'

const docx = wordFile({ body: p('a') })
const xlsx = xlsxFile({ sheets: { A: '<sheetData><row><c><v>1</v></c></row></sheetData>' } })
const ods = odsFile(
  '<table:table table:name="A"><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>',
)
const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])

/** A PDF of one page with these drawing steps. */
function pdf(steps: string): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${steps.length + 34}>>stream\nBT /F 12 Tf 100 700 Td ${steps} ET endstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join('')
  return strToU8(`%PDF-1.7\n${body}trailer<</Root 1 0 R>>`)
}

describe('what a file is, its content says', () => {
  test.each([
    ['báo cáo.docx', docx, 'docx'],
    ['bao-cao.xlsx', docx, 'docx'],
    ['bao-cao', xlsx, 'xlsx'],
    ['bao-cao.docx', ods, 'ods'],
    [
      'a.docx',
      zip({
        '[Content_Types].xml':
          '<T a="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
        '_rels/.rels': '<Relationship Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/>',
        'word/document2.xml':
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>',
      }),
      'docx',
    ],
    ['a.txt', pdf('(Dat 98%) Tj'), 'pdf'],
    ['a.txt', strToU8('Đạt 98%'), 'text'],
    ['a.xyz', strToU8('Đạt 98%'), 'text'],
    ['a.md', strToU8('# Đạt'), 'md'],
    ['a.csv', strToU8('a;b\n1;2'), 'csv'],
    ['a.xls', strToU8('a\tb\n1\t2'), 'csv'],
    ['a.xls', strToU8('<html><table><tr><td>1</td></tr></table></html>'), 'html'],
    ['a.txt', strToU8('\ufeff \n<!DOCTYPE html><p>a</p>'), 'html'],
    ['a.htm', strToU8('<p>a</p>'), 'html'],
    ['a.doc', Buffer.from('\ufeff<html><body><p>a</p></body></html>', 'utf16le'), 'html'],
    ['a.txt', Buffer.from('\ufeffĐạt 98%', 'utf16le'), 'text'],
  ])('%s', async (name, bytes, format) => {
    expect(await readFileAs(name, new Uint8Array(bytes))).toMatchObject({ name, format })
  })
})

describe('what cannot be read says why', () => {
  const truncated = docx.slice(0, docx.length / 2)
  test.each([
    ['nothing', 'a.docx', new Uint8Array(), 'file-empty'],
    ['a Word file without text', 'a.docx', wordFile({ body: '<w:p/>' }), 'file-empty'],
    ['half a Word file', 'a.docx', truncated, 'file-unreadable'],
    ['a password', 'a.docx', compound('EncryptedPackage'), 'file-password'],
    ['an old Word file', 'a.docx', compound('WordDocument'), 'file-old-office'],
    [
      'an old Word file as XML',
      'a.doc',
      strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'),
      'file-old-office',
    ],
    ['rich text', 'a.doc', strToU8('{\\rtf1 a}'), 'file-old-office'],
    ['a photograph', 'a.docx', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]), 'file-scanned'],
    ['a scanned PDF', 'a.pdf', pdf(''), 'file-scanned'],
    ['a PDF cut off', 'a.pdf', strToU8('%PDF-1.7 1 0 obj'), 'file-unreadable'],
    ['a PNG', 'a.png', strToU8('\x89PNG', true), 'file-scanned'],
    ['a presentation', 'a.pptx', zip({ 'ppt/presentation.xml': '<p/>' }), 'file-kind-unknown'],
    [
      'a text of LibreOffice',
      'a.odt',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      'file-kind-unknown',
    ],
    ['a binary workbook', 'a.xlsb', zip({ 'xl/workbook.bin': 'x' }), 'file-kind-unknown'],
    ['a program', 'a.exe', strToU8('MZ\x00\x01\x02', true), 'file-kind-unknown'],
    ['other XML', 'a.xml', strToU8('<?xml version="1.0"?><a/>'), 'file-kind-unknown'],
    ['text under the name of a Word file', 'a.docx', strToU8('Đạt 98%'), 'file-unreadable'],
  ])('%s', async (_, name, bytes, fault) => {
    expect(await readFileAs(name, new Uint8Array(bytes))).toEqual({ fault: `auditor/${fault}` })
  })
})
