import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, ReportDocument, Table } from '../../domain/document.ts'
import { readHtml } from './html.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

async function read(source: string | Uint8Array): Promise<ReportDocument> {
  const read = await readHtml(typeof source === 'string' ? utf8(source) : source, 'bao-cao.html')
  if ('fault' in read) throw new Error(read.fault)
  return read
}

async function faultOf(source: string): Promise<string | undefined> {
  const read = await readHtml(utf8(source), 'bao-cao.html')
  return 'fault' in read ? read.fault : undefined
}

const shown = (block: Block): unknown =>
  block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text
const blocksOf = async (source: string | Uint8Array): Promise<unknown[]> => (await read(source)).blocks.map(shown)
async function tableOf(source: string): Promise<Table> {
  const table = (await read(source)).blocks.find((block) => block.kind === 'table')
  if (table?.kind !== 'table') throw new Error('no table')
  return table
}
/** `text@row,column+rows×columns` */
const places = (table: Table): string[] =>
  table.rows
    .flat()
    .map((cell) => `${cell.text}@${cell.row},${cell.column}+${cell.rowSpan ?? 1}×${cell.columnSpan ?? 1}`)

test('headings, paragraphs, breaks, entities and numbered lists as a browser shows them', async () => {
  const document = await read(`<!doctype html><title>Không</title><style>p{}</style><script>"<p>x"</script>
    <h2>1. K&#7871;t  qu&#x1EA3;</h2><p>Đạt
      <b>98,27%</b>&nbsp;&amp; v&#432;&#7907;t<br> k&eacute; ho&#7841;ch m<sup>2</sup>, 1.234<sup>(1)</sup></p>
    <ol start="3" type="a"><li>Một<ul><li><p>Hai</p></li></ul></li><li value="7">Ba</li></ol>
    <pre>a  b
c</pre><p hidden>ẩn</p><div style="display: none"><p>ẩn</p></div>cuối`)
  expect(document.blocks).toEqual([
    { kind: 'paragraph', text: '1. Kết quả', heading: 2, origin: {} },
    ...['Đạt 98,27%\u00a0& vượt\nké hoạch m², 1.234⁽¹⁾', 'c. Một', '- Hai', 'g. Ba', 'a  b\nc', 'cuối'].map((text) => ({
      kind: 'paragraph',
      text,
      origin: {},
    })),
  ])
})

test('spans, head, caption and bold', async () => {
  const table = await tableOf(`<table><caption>Bảng 1. <i>Số liệu</i></caption>
    <thead><tr><th rowspan=2>TT</th><th colspan="2">Số hồ sơ</th></tr><tr><th>Nhận</th><th>Trả</th></tr></thead>
    <tfoot><tr><td>Cộng<td><b>3</b><td><b>4</b> hồ sơ</tfoot>
    <tbody><tr><td>1<td>3<td rowspan=99>4</tr><tr><td>2<td>0</tbody></table>`)
  expect(table).toMatchObject({ width: 3, headerRows: 2, caption: 'Bảng 1. Số liệu' })
  expect(places(table)).toEqual([
    'TT@0,0+2×1',
    'Số hồ sơ@0,1+1×2',
    'Nhận@1,1+1×1',
    'Trả@1,2+1×1',
    '1@2,0+1×1',
    '3@2,1+1×1',
    '4@2,2+2×1',
    '2@3,0+1×1',
    '0@3,1+1×1',
    'Cộng@4,0+1×1',
    '3@4,1+1×1',
    '4 hồ sơ@4,2+1×1',
  ])
  expect(table.rows[4]?.map(({ bold }) => bold ?? false)).toEqual([false, true, false])
  expect((await tableOf('<table><tr><th>a<th>b<tr><th>1<td>2</table>')).headerRows).toBe(1)
})

test('sloppy tables are read as browsers draw them', async () => {
  const sloppy = '<table><td><p>a<td><p>b<tr><td>c<td><br>d<br>e</table>'
  expect(await blocksOf(sloppy)).toEqual([
    [
      ['a', 'b'],
      ['c', 'd\ne'],
    ],
  ])
  expect(await blocksOf('<p>đầu<table>lạc<tr><td>a<td>b</tr></table>sau')).toEqual(['đầu', 'lạc', [['a', 'b']], 'sau'])
  expect(await blocksOf('<td>a</td><td>b</td></table>')).toEqual(['a', 'b'])
  expect(await blocksOf('<table><tr><td>a<td>b')).toEqual([[['a', 'b']]])
  expect(await blocksOf('<table><tr></tr></table>')).toEqual([])
})

test('a table that only arranges the page gives its contents, a table within a cell stands behind its table', async () => {
  const inner = '<table><tr><td>1<td>2</tr></table>'
  expect(await blocksOf(`<table><tr><td>Trái<td><p>Phải</p>${inner}</table>`)).toEqual(['Trái', 'Phải', [['1', '2']]])
  expect(await blocksOf('<table><tr><td><p>Khung<p>hai</table>')).toEqual(['Khung', 'hai'])
  expect(await blocksOf(`<table><tr><td>a<td>b<tr><td>c<td>d${inner}<tr><td>e<td>f</table>`)).toEqual([
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
    [['1', '2']],
  ])
})

test('pages of the years before Unicode', async () => {
  const meta = '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">'
  expect(await blocksOf(latin1(`${meta}<p>C\xf3 th\xea\u0300`.replace('\u0300', '&#768;')))).toEqual(['Có thề'])
  expect(await blocksOf(latin1(`${meta}<p>Céng hoµ x· héi chñ nghÜa ViÖt Nam`))).toEqual([
    'Cộng hoà xã hội chủ nghĩa Việt Nam',
  ])
  expect(await blocksOf(latin1(`${meta}<p>Ph&#432;\u01a1ng`.replace('\u01a1', '&#417;')))).toEqual(['Phương'])
})

test('hostile pages end quickly', async () => {
  const started = performance.now()
  expect(await faultOf('<table><tr><td>'.repeat(10_000))).toBe('auditor/file-unreadable')
  expect(await faultOf('<div>'.repeat(1_000_000))).toBe('auditor/file-unreadable')
  expect(await blocksOf('<table><tr><td>'.repeat(1_000))).toEqual([])
  expect(await faultOf(`<table><tr>${'<td>a'.repeat(100_000)}`)).toBe('auditor/file-too-wide')
  expect(await faultOf(`<table>${'<tr><td rowspan=100000 colspan=100000>a'.repeat(3_000)}`)).toBe(
    'auditor/file-too-wide',
  )
  expect(await faultOf(`<table>${'<tr><td>a<td>b'.repeat(505_000)}`)).toBe('auditor/file-too-long')
  expect(await blocksOf(`<p>${'&amp;lt;'.repeat(100_000)}`)).toEqual(['&lt;'.repeat(100_000)])
  expect(await blocksOf('<table><tr><td rowspan=100000 colspan=1000>a<td rowspan=0>b<tr><td>c</table>')).toHaveLength(1)
  expect(await blocksOf(`<pre>${' '.repeat(1_000_000)}x</pre><p>${'&nbsp; '.repeat(100_000)}x`)).toHaveLength(2)
  expect(await blocksOf(`<p title="${'<'.repeat(100_000)}">x`)).toEqual(['x'])
  expect(await blocksOf(`<!DOCTYPE html [<!ENTITY a "b">]><p>&a;`)).toContain('&a;')
  expect(performance.now() - started).toBeLessThan(30_000)
})

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

test('a grid written with spans is read as that grid', async () => {
  const text = fc
    .stringMatching(/^[\p{L}\d.,%()/:; <>&"-]{0,12}$/u)
    .map((text) => text.replace(/\s+/g, ' ').trim().normalize('NFC'))
  const grids = fc
    .integer({ min: 2, max: 6 })
    .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }))
  await fc.assert(
    fc.asyncProperty(grids, fc.boolean(), async (rows, closed) => {
      const [row, cell] = closed ? ['</tr>', '</td>'] : ['', '']
      const source = rows.map((cells) => `<tr>${cells.map((text) => `<td>${escaped(text)}${cell}`).join('\n ')}${row}`)
      expect(await blocksOf(`<table>${source.join('\n')}</table>`)).toEqual([rows])
    }),
  )
})

test('cells of every size tile the grid', async () => {
  // Blocks of 1 to 3 by 1 to 3 put on a grid wherever they fit, then written as HTML: each comes back where it was put.
  const shapes = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
    minLength: 30,
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(shapes, async (sizes) => {
      const [height, width] = [5, 5]
      const taken = new Set<string>()
      const expected: string[] = []
      const rows: string[] = []
      let next = 0
      for (let row = 0; row < height; row += 1) {
        let source = ''
        for (let column = 0; column < width; column += 1) {
          if (taken.has(`${row},${column}`)) continue
          const [down, across] = sizes[next++] ?? [1, 1]
          const fits = Math.min(down, height - row)
          let wide = 1
          // Each column has one cell of its own in the first row, so that none is left out.
          while (row > 0 && wide < across && column + wide < width && !taken.has(`${row},${column + wide}`)) wide += 1
          const tall = row > 0 ? fits : 1
          for (let r = row; r < row + tall; r += 1)
            for (let c = column; c < column + wide; c += 1) taken.add(`${r},${c}`)
          expected.push(`c${next}@${row},${column}+${tall}×${wide}`)
          source += `<td rowspan=${tall} colspan=${wide}>c${next}`
        }
        rows.push(source)
      }
      const table = await tableOf(`<table>${rows.map((row) => `<tr>${row}`).join('')}</table>`)
      expect(places(table)).toEqual(expected)
    }),
  )
})
