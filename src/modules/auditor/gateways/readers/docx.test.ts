import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../domain/document.ts'
import { readDocx } from './docx.ts'
import { paragraphOffsets } from './docx-offsets.ts'
import { p, readWord, wordFile } from './word-file.fixture.ts'

function texts(blocks: readonly Block[]): string[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text }) => text).join('|')).join('/'),
  )
}

async function textsOf(parts: Parameters<typeof readWord>[0]) {
  return texts((await readWord(parts)).blocks)
}

test('a report made by a library: headings, lists, a table with spans and a repeated header', async () => {
  const cell = (text: string, more = {}) => new TableCell({ children: [new Paragraph(text)], ...more })
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'muc',
          levels: [
            { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.START },
            { level: 1, format: LevelFormat.DECIMAL, text: '%2.', alignment: AlignmentType.START },
          ],
        },
      ],
    },
    sections: [
      {
        footers: { default: new Footer({ children: [new Paragraph('chân trang')] }) },
        children: [
          new Paragraph({
            text: 'Kết quả',
            heading: HeadingLevel.HEADING_1,
            numbering: { reference: 'muc', level: 0 },
          }),
          new Paragraph({ text: 'Văn bản điện tử', numbering: { reference: 'muc', level: 1 } }),
          new Paragraph({ children: [new TextRun('Đạt '), new TextRun({ text: '98,27%', bold: true })] }),
          new Table({
            rows: [
              new TableRow({
                tableHeader: true,
                children: [cell('Đơn vị', { rowSpan: 2 }), cell('Văn bản', { columnSpan: 2 })],
              }),
              new TableRow({ tableHeader: true, children: [cell('đi'), cell('đến')] }),
              new TableRow({ children: [cell('Phường 1'), cell('4.602'), cell('')] }),
            ],
          }),
        ],
      },
    ],
  })
  const read = await readDocx(new Uint8Array(await Packer.toBuffer(document)), 'a.docx')
  if ('fault' in read) throw new Error(read.fault)
  expect(read.blocks.slice(0, 3)).toMatchObject([
    { text: 'I. Kết quả', heading: 1, origin: { wordParagraph: 1 } },
    { text: '1. Văn bản điện tử', origin: { wordParagraph: 2 } },
    { text: 'Đạt 98,27%', origin: { wordParagraph: 3 } },
  ])
  expect(read.blocks[3]).toMatchObject({
    kind: 'table',
    width: 3,
    headerRows: 2,
    origin: { wordParagraph: 4 },
    rows: [
      [
        { text: 'Đơn vị', row: 0, column: 0, rowSpan: 2 },
        { text: 'Văn bản', row: 0, column: 1, columnSpan: 2 },
      ],
      [
        { text: 'đi', row: 1, column: 1 },
        { text: 'đến', row: 1, column: 2 },
      ],
      [{ text: 'Phường 1' }, { text: '4.602', origin: { wordParagraph: 10 } }, { text: '' }],
    ],
  })
  expect(read.blocks).toHaveLength(4)
})

describe('what prints, and only that', () => {
  test.each([
    [
      'deleted text is gone, inserted text stays',
      '<w:p><w:ins><w:r><w:t>98</w:t></w:r></w:ins><w:del><w:r><w:delText>97</w:delText><w:t>97</w:t></w:r></w:del><w:r><w:t>%</w:t></w:r></w:p>',
      ['98%'],
    ],
    [
      'moved text stands once, where it went',
      '<w:p><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:r><w:t>x</w:t></w:r><w:moveTo><w:r><w:t>cũ</w:t></w:r></w:moveTo></w:p>',
      ['xcũ'],
    ],
    [
      'a deleted mark joins two paragraphs',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>4.</w:t></w:r></w:p>${p('602')}`,
      ['4.602'],
    ],
    [
      'a deleted mark at the end joins nothing',
      `${p('a')}<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>b</w:t></w:r></w:p>`,
      ['a', 'b'],
    ],
    [
      'hidden text is gone',
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hiện</w:t></w:r></w:p>',
      ['hiện'],
    ],
    [
      'a field shows its result',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) </w:instrText><w:t>SUM</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> hồ sơ</w:t></w:r></w:p>',
      ['12hồ sơ'],
    ],
    [
      'a field that never ends swallows no further paragraph',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${p('sau')}`,
      ['sau'],
    ],
    [
      'a simple field and a link show their text',
      '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>01/10</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>',
      ['01/10a'],
    ],
    [
      'tabs and breaks are kept, tab stops are not text',
      '<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r></w:p>',
      ['a\tb\nc-'],
    ],
    [
      'a formula’s letters are read',
      '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a/b</m:t></m:r></m:oMath></w:p>',
      ['a/b'],
    ],
    [
      'a content control shows its content',
      `<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>${p('trong')}</w:sdtContent></w:sdt>`,
      ['trong'],
    ],
    ['a tick of Wingdings is a tick', '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>', ['✓']],
    ['paragraphs without text are left out', `${p(' ')}<w:p/>${p('a')}`, ['a']],
    [
      'changed properties are not the properties',
      p('a', '<w:pPrChange><w:pPr><w:pStyle w:val="x"/></w:pPr></w:pPrChange>'),
      ['a'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await textsOf(body)).toEqual(expected)
  })

  test('a text box stands once, behind its paragraph, though Word keeps it twice; both keep their count', async () => {
    const box = `<w:txbxContent>${p('hộp')}</w:txbxContent>`
    const body = `<w:p><w:r><w:t>trước</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> sau</w:t></w:r></w:p>${p('cuối')}`
    const { blocks } = await readWord(body)
    expect(blocks).toMatchObject([
      { text: 'trướcsau', origin: { wordParagraph: 1 } },
      { text: 'hộp', origin: { wordParagraph: 2 } },
      { text: 'cuối', origin: { wordParagraph: 4 } },
    ])
    expect(paragraphOffsets(body)).toHaveLength(4)
  })

  test('a table of contents is left out: it repeats the headings', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    expect(await textsOf({ styles, body: p('Kết quả 5', '<w:pStyle w:val="T1"/>') + p('a') })).toEqual(['a'])
  })

  test('footnotes stand at the end and cannot be pointed at', async () => {
    const { blocks } = await readWord({
      body: `<w:p><w:r><w:t>1.234</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
      footnotes: `<w:footnote w:type="separator">${p('x')}</w:footnote><w:footnote w:id="1">${p('Không tính phường 12')}</w:footnote>`,
    })
    expect(texts(blocks)).toEqual(['1.234', 'Không tính phường 12'])
    expect(blocks[1]?.origin).toEqual({})
  })
})

describe('headings', () => {
  const style = (id: string, name: string, more = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
  test.each([
    ['by Word’s own name', style('u1', 'heading 2'), 2],
    ['by a Vietnamese name', style('u1', 'Đề mục 3'), 3],
    ['by the title’s name', style('u1', 'Title'), 1],
    ['by an outline level', style('u1', 'Mục lớn', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'), 1],
    ['by the style it is based on', style('a', 'heading 1') + style('u1', 'x', '<w:basedOn w:val="a"/>'), 1],
    [
      'not when the level is body text',
      style('u1', 'heading 1', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      undefined,
    ],
    ['not in a circle of styles', style('u1', 'x', '<w:basedOn w:val="u1"/>'), undefined],
    ['not by another name', style('u1', 'Nội dung'), undefined],
  ])('%s', async (_, styles, heading) => {
    const { blocks } = await readWord({ styles, body: p('Kết quả', '<w:pStyle w:val="u1"/>') })
    expect(blocks[0]).toEqual({
      kind: 'paragraph',
      text: 'Kết quả',
      ...(heading && { heading }),
      origin: { wordParagraph: 1 },
    })
  })

  test('a level of the paragraph itself wins over its style', async () => {
    const { blocks } = await readWord(p('a', '<w:outlineLvl w:val="2"/>'))
    expect(blocks[0]).toMatchObject({ heading: 3 })
  })
})

describe('bold cells', () => {
  const cell = (content: string) => `<w:tbl><w:tr><w:tc>${content}</w:tc></w:tr></w:tbl>`
  const run = (text: string, bold: boolean) =>
    `<w:r><w:rPr>${bold ? '<w:b/>' : '<w:b w:val="0"/>'}</w:rPr><w:t>${text}</w:t></w:r>`
  test.each([
    ['all of it', `<w:p>${run('Tổng', true)}${run(' ', false)}</w:p>`, true],
    ['a part of it', `<w:p>${run('Tổng', true)}${run('1', false)}</w:p>`, undefined],
    ['one of two paragraphs', `<w:p>${run('a', true)}</w:p><w:p>${run('b', false)}</w:p>`, undefined],
    ['nothing in it', '<w:p/>', undefined],
  ])('%s', async (_, content, bold) => {
    const { blocks } = await readWord(cell(content))
    const [table] = blocks
    expect(table?.kind === 'table' ? table.rows[0]?.[0]?.bold : 'no table').toBe(bold)
  })
})

describe('pages', () => {
  const mark = '<w:p><w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p>'
  const asked = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
  const pages = async (parts: Parameters<typeof readWord>[0]) =>
    (await readWord(parts)).blocks.map(({ origin }) => origin.page)

  test('by the marks of the program that saved it', async () => {
    expect(await pages(p('a') + mark + p('c'))).toEqual([1, 2, 2])
  })
  test('a break that was asked for and the mark behind it are one', async () => {
    expect(await pages(p('a') + asked + mark + p('c') + mark)).toEqual([1, 2, 2, 3])
  })
  test('a new section begins a page unless it goes on on the same one', async () => {
    const section = (kind: string) => p('s', `<w:sectPr><w:type w:val="${kind}"/></w:sectPr>`)
    expect(await pages(section('continuous') + p('a') + section('nextPage') + p('b') + mark)).toEqual([1, 1, 1, 2, 3])
  })
  test('without marks only when the asked ones make as many pages as were counted', async () => {
    const more = (count: number) => ({ 'docProps/app.xml': `<Properties><Pages>${count}</Pages></Properties>` })
    const body = p('a') + asked + p('b')
    expect(await pages({ body, more: more(2) })).toEqual([1, 2])
    expect(await pages({ body, more: more(3) })).toEqual([undefined, undefined])
    expect(await pages(body)).toEqual([undefined, undefined])
  })
})

describe('what is refused', () => {
  const nested = `${'<w:sdt>'.repeat(100_000)}${'</w:sdt>'.repeat(100_000)}`
  test.each([
    [
      'entities',
      { body: '', more: { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } },
      'auditor/file-entities',
    ],
    ['an entity without a document type', { body: p('&lol;') }, 'auditor/file-entities'],
    ['macros', { body: p('a'), more: { 'word/vbaProject.bin': 'x' } }, 'auditor/file-macro'],
    ['an embedded program', { body: p('a'), more: { 'word/embeddings/oleObject1.bin': 'x' } }, 'auditor/file-objects'],
    ['a control', { body: p('a'), more: { 'word/activeX/activeX1.bin': 'x' } }, 'auditor/file-objects'],
    ['100,000 elements in each other', { body: nested }, 'auditor/file-too-deep'],
    ['XML that does not close', { body: '<w:p>' }, 'auditor/file-unreadable'],
    [
      'a cell over 100,000 columns',
      { body: '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>' },
      'auditor/file-too-wide',
    ],
    [
      '100,000 columns',
      { body: `<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(100_000)}</w:tr></w:tbl>` },
      'auditor/file-too-wide',
    ],
  ])('%s', async (_, parts, fault) => {
    expect(await readDocx(wordFile(parts), 'a.docx')).toMatchObject({ fault })
  })

  test('the workbook behind a chart may stand in it', async () => {
    expect(await textsOf({ body: p('a'), more: { 'word/embeddings/Microsoft_Excel_Sheet.xlsx': 'x' } })).toEqual(['a'])
  })
})
