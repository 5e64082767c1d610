import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Block, Table } from '../../domain/document.ts'
import { readFileAs } from '../read-file.ts'
import { odsFile, xlsxFile } from './sheet-file.fixture.ts'
import { p, wordFile } from './word-file.fixture.ts'

const wide = '<w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>'
const word = wordFile({
  numbering:
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  body: `${p('a', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}<w:tbl><w:tr><w:tc>${wide}${p('b')}</w:tc><w:tc>${p('c')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>${p('d')}<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${p('e')}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`,
})
const xlsx = xlsxFile({
  styles: '<fonts><font><b/></font></fonts><cellXfs><xf numFmtId="9" fontId="0"/></cellXfs>',
  strings: '<si><t>a</t></si><si><t>b</t></si>',
  sheets: {
    A: '<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="0"><v>0.5</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><f t="shared" si="0">A1*2</f><v>3</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>4</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>',
  },
})
const ods = odsFile(
  '<table:table table:name="A"><table:table-column table:number-columns-repeated="2"/><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>a</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="2"><text:p>1</text:p></table:table-cell></table:table-row></table:table>',
)

const VALUES = ['', '-1', '0', '3', '99999999999', '1e300', 'NaN', 'A1:ZZZ9', 'restart', '&#9;']
/** What is done to one tag: its numbers replaced, the tag said twice, or everything in it taken out. */
const anyHarm = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  how: fc.constantFrom('value', 'twice', 'empty', 'rename'),
  value: fc.constantFrom(...VALUES),
})
type Harm = { readonly at: number; readonly how: string; readonly value: string }

function harmed(xml: string, { at, how, value }: Harm): string {
  const tags = [...xml.matchAll(/<[\w:-]+[^>]*>/g)]
  const tag = tags[Math.floor(at * tags.length)]
  if (!tag) return xml
  const [text] = tag
  const name = /^<([\w:-]+)/.exec(text)?.[1] ?? ''
  const behind = tag.index + text.length
  if (how === 'value')
    return xml.slice(0, tag.index) + text.replace(/="[^"]*"(?=[^"]*$)/, `="${value}"`) + xml.slice(behind)
  if (how === 'rename') return xml.replaceAll(new RegExp(`(</?)${name}(?=[\\s/>])`, 'g'), '$1a')
  if (text.endsWith('/>'))
    return how === 'twice' ? xml.slice(0, behind) + text + xml.slice(behind) : xml.replace(text, '')
  const end = xml.indexOf(`</${name}>`, behind)
  return how === 'empty' && end !== -1 ? xml.slice(0, behind) + xml.slice(end) : xml
}

/** No cell lies over another, and none beyond its table. */
function expectWhole({ rows, width }: Table): void {
  const taken = new Set<string>()
  for (const [row, cells] of rows.entries()) {
    for (const { row: stated, column, rowSpan = 1, columnSpan = 1 } of cells) {
      expect(stated).toBe(row)
      expect(column + columnSpan).toBeLessThanOrEqual(width)
      expect(row + rowSpan).toBeLessThanOrEqual(rows.length)
      for (let down = 0; down < rowSpan; down++) {
        for (let across = 0; across < columnSpan; across++) {
          const place = `${row + down}/${column + across}`
          expect(taken.has(place)).toBe(false)
          taken.add(place)
        }
      }
    }
  }
}

test.each([
  ['docx', word, /^word\/.*\.xml$/],
  ['xlsx', xlsx, /^xl\/(?:worksheets|styles|shared|workbook).*\.xml$/],
  ['ods', ods, /^content\.xml$/],
])('a .%s whose parts were harmed is refused, or its tables are whole', async (kind, bytes, harmable) => {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => harmable.test(name))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.array(anyHarm, { minLength: 1, maxLength: 4 }),
      async (name, harms) => {
        const xml = harms.reduce(harmed, strFromU8(parts[name] ?? new Uint8Array()))
        const read = await readFileAs(`a.${kind}`, zipSync({ ...parts, [name]: strToU8(xml) }))
        const blocks: readonly Block[] = 'fault' in read ? [] : read.blocks
        for (const block of blocks) if (block.kind === 'table') expectWhole(block)
      },
    ),
    { numRuns: 150 },
  )
})
