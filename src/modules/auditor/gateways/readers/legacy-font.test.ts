import { expect, test } from 'vitest'
import type { Block } from '../../domain/document.ts'
import { asInFont } from './legacy-font.ts'
import { xlsxFile } from './sheet-file.fixture.ts'
import { readWord } from './word-file.fixture.ts'
import { readXlsx } from './xlsx.ts'

test.each([
  ['.VnTime', 'B¸o c¸o: ®¹t 98,27%', 'Báo cáo: đạt 98,27%'],
  ['.VnTimeH', 'b¸o c¸o', 'BÁO CÁO'],
  ['VNI-Times', 'Baùo caùo: ñaït 98,27%', 'Báo cáo: đạt 98,27%'],
  ['Times New Roman', 'B¸o c¸o', 'B¸o c¸o'],
  ['.VnTime', 'Đã gõ Unicode', 'Đã gõ Unicode'],
  [undefined, 'B¸o', 'B¸o'],
])('under %s', (font, text, shown) => {
  expect(asInFont(text, font)).toBe(shown)
})

function textsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text),
  )
}

test('a Word file of old: by the run, by its style, by what the document begins with', async () => {
  const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`
  const styles = `<w:docDefaults><w:rPrDefault><w:rPr>${font('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="V"><w:name w:val="V"/><w:rPr>${font('VNI-Times')}</w:rPr></w:style>`
  const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
  const body = `<w:p>${run('B¸o c¸o')}${run('Đạt', font('Arial'))}${run('¸', font('Arial'))}</w:p><w:p><w:pPr><w:pStyle w:val="V"/></w:pPr>${run('Baùo')}</w:p>`
  expect(textsIn((await readWord({ styles, body })).blocks)).toEqual(['Báo cáoĐạt¸', 'Báo'])
})

test('a workbook of old', async () => {
  const sheets = { A: '<sheetData><row r="1"><c t="inlineStr" s="0"><is><t>B¸o c¸o</t></is></c></row></sheetData>' }
  const styles = '<fonts><font><name val=".VnTime"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs>'
  const read = await readXlsx(xlsxFile({ sheets, styles }), 'a.xlsx')
  expect('fault' in read ? read : textsIn(read.blocks)).toEqual(['Báo cáo'])
})
