import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, ReportDocument, Table } from '../../domain/document.ts'
import { anyGrid, type GridCell } from './grid.fixture.ts'
import { rawPdf, typstPdf, typstTable } from './pdf.fixture.ts'
import { readPdf } from './pdf.ts'

async function read(bytes: Uint8Array): Promise<ReportDocument> {
  const read = await readPdf(bytes, 'bao-cao.pdf')
  if ('fault' in read) throw new Error(read.fault)
  return read
}

async function faultOf(bytes: Uint8Array): Promise<string | undefined> {
  const read = await readPdf(bytes, 'bao-cao.pdf')
  return 'fault' in read ? read.fault : undefined
}

const shown = (block: Block): unknown =>
  block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text
const blocksOf = async (typst: string): Promise<unknown[]> => (await read(typstPdf(typst))).blocks.map(shown)
const tablesOf = ({ blocks }: ReportDocument): Table[] => blocks.filter((block) => block.kind === 'table')

/** The cells on the lines that can be seen: one where no cell begins is not drawn. */
function visible(cells: readonly Partial<GridCell>[]): string[] {
  const starts = (of: 'row' | 'column'): number[] =>
    [...new Set(cells.map((cell) => cell[of] ?? 0))].toSorted((a, b) => a - b)
  const [rows, columns] = [starts('row'), starts('column')]
  const within = (all: readonly number[], from = 0, span = 1): number =>
    all.filter((start) => start >= from && start < from + span).length
  return cells.map(({ text, row = 0, column = 0, rowSpan, columnSpan }) => {
    const place = `${rows.indexOf(row)},${columns.indexOf(column)}`
    return `${text}@${place}+${within(rows, row, rowSpan)}×${within(columns, column, columnSpan)}`
  })
}

test('paragraphs of several lines are one text each, their page is known', async () => {
  const long =
    'Thực hiện Quyết định số 1402/QĐ-UBND ngày 14/6/2023 của Ủy ban nhân dân tỉnh về việc giao chỉ tiêu thực hiện dịch vụ công trực tuyến cho các sở, ban, ngành, UBND cấp huyện, cấp xã năm 2023; kết quả đạt 98,27% (23.391/23.802).'
  const document = await read(
    typstPdf(
      `BÁO CÁO\n\n${long}\n\n\\- Lưu: VT.\n\n#par(justify: true, first-line-indent: 1cm)[${long}]\n#pagebreak()\nTrang sau`,
    ),
  )
  expect(document.blocks).toEqual([
    { kind: 'paragraph', text: 'BÁO CÁO', origin: { page: 1 } },
    { kind: 'paragraph', text: long, origin: { page: 1 } },
    { kind: 'paragraph', text: '- Lưu: VT.', origin: { page: 1 } },
    { kind: 'paragraph', text: long, origin: { page: 1 } },
    { kind: 'paragraph', text: 'Trang sau', origin: { page: 2 } },
  ])
})

test('a ruled table: merged header cells, cells of several lines, bold, figures beside each other', async () => {
  const table = `#table(columns: (1cm, 4cm, 2cm, 2cm), stroke: 0.5pt, align: horizon,
    table.cell(rowspan: 2)[*TT*], table.cell(rowspan: 2)[*Tên cơ quan, đơn vị*], table.cell(colspan: 2)[*Số lượng VB*], [*VB đi*], [*VB đến*],
    [1], [Văn phòng Hội đồng nhân dân và Ủy ban nhân dân], [4.602], [8.187\\ (100%)], [2], [], [1.234#super(typographic: false)[1]], [],
    table.cell(colspan: 4)[II. Khối phường, xã])`
  const [found] = tablesOf(await read(typstPdf(table)))
  expect(found?.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['TT', 'Tên cơ quan, đơn vị', 'Số lượng VB'],
    ['VB đi', 'VB đến'],
    ['1', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', '4.602', '8.187 (100%)'],
    ['2', '', '1.234¹', ''],
    ['II. Khối phường, xã'],
  ])
  expect(found?.rows[0]?.map(({ bold, rowSpan, columnSpan }) => [bold, rowSpan, columnSpan])).toEqual([
    [true, 2, undefined],
    [true, 2, undefined],
    [true, undefined, 2],
  ])
  expect(found?.rows[2]?.[2]).toEqual({ text: '4.602', row: 2, column: 2, origin: { page: 1 } })
})

test('any grid of cells that is drawn with lines is read as that grid', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyGrid,
      fc.constantFrom('0.5pt', '1.5pt', '(thickness: 0.4pt, dash: "dotted")'),
      async (grid, stroke) => {
        fc.pre(grid.rows.flat().length > 1)
        const settings = `stroke: ${stroke}, rows: 1.2cm`
        const [table] = tablesOf(await read(typstPdf(typstTable(grid.rows, grid.width, settings))))
        expect(visible(table?.rows.flat() ?? [])).toEqual(visible(grid.rows.flat()))
      },
    ),
    { numRuns: 100 },
  )
})

test('a table that goes over pages is a table on each; page numbers and running lines are no text', async () => {
  const rows = Array.from({ length: 100 }, (_, at) => `[${at + 1}], [Phường ${at}], [${at}.${100 + at}]`)
  const document = await read(
    typstPdf(`#set page(header: [UBND thành phố Vũng Tàu], footer: context align(center, counter(page).display()))
      Mở đầu
      #table(columns: 3, stroke: 0.5pt, table.header[TT][Tên][Số], ${rows.join(',')})
      Kết thúc`),
  )
  expect(document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))).toEqual([
    'Mở đầu',
    'Kết thúc',
  ])
  const tables = tablesOf(document)
  expect(tables.map(({ origin }) => origin.page)).toEqual([1, 2, 3])
  expect(tables.flatMap((table) => table.rows.slice(1).map((row) => row.map(({ text }) => text)))).toEqual(
    Array.from({ length: 100 }, (_, at) => [`${at + 1}`, `Phường ${at}`, `${at}.${100 + at}`]),
  )
})

test('rows that no line keeps apart are rows, where their numbers stand in line', async () => {
  const column = (...texts: string[]): string => `[${texts.join(' \\ ')}]`
  const table = `#table(columns: (1cm, 5cm, 2cm, 2cm), stroke: 0.5pt, [TT], [Tên], [VB đi], [VB đến],
    ${column('1', '2', '3')}, ${column('Phường 1', 'Phường 2', 'Phường 3')}, ${column('12', '1.234', '5')}, ${column('7', '8', '9.876')},
    [4], [Cộng hai\\ dòng], [1.251], [98,27%\\ (23/24)])`
  expect(await blocksOf(table)).toEqual([
    [
      ['TT', 'Tên', 'VB đi', 'VB đến'],
      ['1', 'Phường 1', '12', '7'],
      ['2', 'Phường 2', '1.234', '8'],
      ['3', 'Phường 3', '5', '9.876'],
      ['4', 'Cộng hai dòng', '1.251', '98,27% (23/24)'],
    ],
  ])
})

test('columns of numbers are a table by their alignment; text in two columns and justified text are not', async () => {
  const rows = Array.from(
    { length: 6 },
    (_, at) => `[${at + 1}], [Phường số ${at}], [${at + 3}.${120 + at}], [${at}0%]`,
  )
  const aligned = `#table(columns: (1cm, 6cm, 3cm, 3cm), stroke: none, align: (left, left, right, right), [TT], [Tên], [Số], [Tỷ lệ], ${rows.join(',')})`
  expect(await blocksOf(aligned)).toEqual([
    [
      ['TT', 'Tên', 'Số', 'Tỷ lệ'],
      ...Array.from({ length: 6 }, (_, at) => [`${at + 1}`, `Phường số ${at}`, `${at + 3}.${120 + at}`, `${at}0%`]),
    ],
  ])
  const narrow = Array.from(
    { length: 5 },
    (_, at) => `[Xã ${at}], [${at}.999], ${at === 3 ? 'table.cell(align: left)[-]' : '[12]'}`,
  )
  const near = `#table(columns: (3cm, 2cm, 2cm), inset: (x: 1pt, y: 4pt), stroke: none, align: (left, right, right), [Tên], [Số], [Số], ${narrow.join(',')})`
  expect((await blocksOf(`${aligned}\n#v(12pt)\n*2. Kết quả*\n\n${near}`)).slice(1)).toEqual([
    '2. Kết quả',
    [['Tên', 'Số', 'Số'], ...Array.from({ length: 5 }, (_, at) => [`Xã ${at}`, `${at}.999`, at === 3 ? '-' : '12'])],
  ])
  const letterhead =
    '#grid(columns: (1fr, 1fr), align: center, row-gutter: 6pt, [ỦY BAN NHÂN DÂN], [CỘNG HÒA XÃ HỘI], [THÀNH PHỐ], [Độc lập - Tự do], [Số: 12], [ngày 15])'
  const justified = `#set par(justify: true)\n${'Kết quả đạt 98,27% (23.391/23.802) so với kế hoạch đề ra trong năm 2023 của thành phố. '.repeat(12)}`
  expect((await read(typstPdf(`${letterhead}\n${justified}`))).blocks.every(({ kind }) => kind === 'paragraph')).toBe(
    true,
  )
})

test('header cells written upwards are read, watermarks and notes on the margin are not', async () => {
  const document = await blocksOf(`#place(center + horizon, rotate(-45deg, text(60pt)[DỰ THẢO]))
    #table(columns: 2, stroke: 0.5pt, rotate(-90deg, reflow: true)[Số hồ sơ], [Tên], [12], [Phường 1])`)
  expect(document).toEqual([
    [
      ['Số hồ sơ', 'Tên'],
      ['12', 'Phường 1'],
    ],
  ])
})

const EMPTY_PAGE = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>']

test('what cannot be read says why', async () => {
  expect(await faultOf(typstPdf('#rect(width: 10cm, height: 10cm, fill: red)'))).toBe('auditor/file-scanned')
  const locked = `/Encrypt 4 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`
  const lock = `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`
  expect(
    await faultOf(rawPdf([...EMPTY_PAGE, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>', lock], locked)),
  ).toBe('auditor/file-password')
  expect(await faultOf(new TextEncoder().encode('%PDF-1.7\nđây không phải là PDF'))).toBe('auditor/file-unreadable')
})

const page = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
const FONT =
  '/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X 5 0 R >> >>'
const onePage = (content: string, form = page('')): Uint8Array =>
  rawPdf([
    ...EMPTY_PAGE,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R ${FONT} >>`,
    page(content),
    form,
  ])

test('hostile files end quickly, and nothing in them is run', async () => {
  const started = performance.now()
  const text = 'BT /F 12 Tf 50 700 Td (Bao cao) Tj ET'
  expect((await read(onePage(text))).blocks.map(shown)).toEqual(['Bao cao'])
  const script = '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>'
  const page3 = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R ${FONT} >>`
  expect((await read(rawPdf([script, EMPTY_PAGE[1] ?? '', page3, page(text), page('')]))).blocks).toHaveLength(1)
  // A form that draws itself, a page tree without end, a thousand and one pages, saves without restores, cut files.
  const loop =
    '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 4 >>\nstream\n/X Do\nendstream'
  expect((await read(onePage(`${text} /X Do`, loop))).blocks).toHaveLength(1)
  const ring = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']
  expect(await faultOf(rawPdf(ring))).toBe('auditor/file-unreadable')
  const many = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(1_001)}] /Count 1001 >>`,
    page3,
    page(text),
    page(''),
  ]
  expect(await faultOf(rawPdf(many))).toBe('auditor/file-too-long')
  expect((await read(onePage(`${'q '.repeat(2_000)}${text}`))).blocks).toHaveLength(1)
  expect((await read(onePage(`${text} ${'0 0 m 600 0 l S 0 800 m 0 0 l S '.repeat(20_000)}`))).blocks).toHaveLength(1)
  const hatching = Array.from(
    { length: 4_000 },
    (_, at) => `${at / 10} 0 m ${at / 10} 800 l S 0 ${at / 6} m 600 ${at / 6} l S`,
  )
  expect((await read(onePage(`${text} ${hatching.join(' ')}`))).blocks.length).toBeLessThan(10)
  const whole = typstPdf('Báo cáo')
  for (const part of [0.2, 0.5, 0.9]) await readPdf(whole.slice(0, whole.length * part), 'cut.pdf')
  expect(performance.now() - started).toBeLessThan(30_000)
})
