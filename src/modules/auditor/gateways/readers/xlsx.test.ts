import excel from '@protobi/exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Cell } from '../../domain/document.ts'
import { anyGrid } from './grid.fixture.ts'
import { addressOf } from './sheet.ts'
import { sheetOf, type XlsxParts, xlsxFile } from './sheet-file.fixture.ts'
import { readXlsx } from './xlsx.ts'

async function blocksOf(bytes: Uint8Array): Promise<readonly Block[]> {
  const read = await readXlsx(bytes, 'a.xlsx')
  if ('fault' in read) throw new Error(`${read.fault} ${JSON.stringify(read.values)}`)
  return read.blocks
}

async function written(book: excel.Workbook): Promise<Uint8Array> {
  return new Uint8Array((await book.xlsx.writeBuffer()) as unknown as ArrayBuffer)
}

function grid(block: Block | undefined): string[][] {
  return block?.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : []
}

function cellIn(blocks: readonly Block[], address: string): Cell | undefined {
  return blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
    .find(({ origin }) => origin?.address === address)
}

test('a report made by a library: title, merged header, numbers as Excel prints them, total by formula, note', async () => {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Biểu 1')
  sheet.addRows([
    ['KẾT QUẢ THỰC HIỆN CHỈ TIÊU'],
    [],
    ['TT', 'Đơn vị', 'Văn bản', null, 'Tỷ lệ'],
    [null, null, 'đi', 'đến', null],
    [1, 'Phường 1', 4602, 8351, 0.9827],
    [2, 'Phường 2', 18938, null, 0.5],
    [null, 'Tổng', { formula: 'SUM(C5:C6)', result: 23540 }, 8351, null],
    ['Ghi chú: không tính phường 12'],
  ])
  for (const range of ['A3:A4', 'B3:B4', 'C3:D3', 'E3:E4']) sheet.mergeCells(range)
  for (const row of [5, 6, 7]) {
    for (const column of [3, 4]) sheet.getCell(row, column).numFmt = '#,##0'
    sheet.getCell(row, 5).numFmt = '0.00%'
  }
  sheet.getRow(7).font = { bold: true }
  const blocks = await blocksOf(await written(book))
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph'])
  expect(blocks[0]).toMatchObject({ text: 'KẾT QUẢ THỰC HIỆN CHỈ TIÊU', origin: { sheet: 'Biểu 1', address: 'A1' } })
  expect(blocks[1]).toMatchObject({ caption: 'Biểu 1', width: 5, origin: { sheet: 'Biểu 1', address: 'A3' } })
  expect(grid(blocks[1])).toEqual([
    ['TT', 'Đơn vị', 'Văn bản', 'Tỷ lệ'],
    ['đi', 'đến'],
    ['1', 'Phường 1', '4.602', '8.351', '98,27%'],
    ['2', 'Phường 2', '18.938', '', '50,00%'],
    ['', 'Tổng', '23.540', '8.351', ''],
  ])
  expect(cellIn(blocks, 'C3')).toMatchObject({ row: 0, column: 2, columnSpan: 2 })
  expect(cellIn(blocks, 'E5')).toMatchObject({ number: 0.9827, text: '98,27%' })
  expect(cellIn(blocks, 'C7')).toMatchObject({ number: 23540, formula: 'SUM(C5:C6)', bold: true })
  expect(cellIn(blocks, 'C5')?.bold).toBeUndefined()
  expect(blocks[2]).toMatchObject({ text: 'Ghi chú: không tính phường 12', origin: { address: 'A8' } })
})

test('what goes in as a grid with merged cells comes out as the same grid', async () => {
  await fc.assert(
    fc.asyncProperty(anyGrid, async ({ rows, width }) => {
      // One text alone in its rows is a title; a column of texts at the left keeps every row a row of the table.
      const cells = rows.map((row, index) => {
        const shifted = row.map(({ text, column }) => inline(index, column + 1, text))
        return `<row r="${index + 1}">${inline(index, 0, `d${index}`)}${shifted.join('')}</row>`
      })
      const merges = rows
        .flat()
        .filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1)
        .map(({ row, column, rowSpan, columnSpan }) => {
          const end = { row: row + rowSpan - 1, column: column + columnSpan }
          return `<mergeCell ref="${addressOf({ row, column: column + 1 })}:${addressOf(end)}"/>`
        })
      const [table, ...rest] = await blocksOf(
        xlsxFile({
          sheets: { A: `<sheetData>${cells.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>` },
        }),
      )
      expect(rest).toEqual([])
      const read = table?.kind === 'table' ? table.rows : []
      const back = read.map((row) =>
        row.slice(1).map(({ text, row: at, column, rowSpan = 1, columnSpan = 1 }) => {
          return { text, row: at, column: column - 1, rowSpan, columnSpan }
        }),
      )
      expect(back).toEqual(rows)
      expect(table?.kind === 'table' && table.width).toBe(width + 1)
    }),
    { numRuns: 60 },
  )
})

function inline(row: number, column: number, text: string): string {
  return `<c r="${addressOf({ row, column })}" t="inlineStr"><is><t>${text}</t></is></c>`
}

describe('how a sheet becomes a report', () => {
  const kinds = async (cells: Readonly<Record<string, string | number>>, more = '') =>
    (await blocksOf(xlsxFile({ sheets: { A: sheetOf(cells) + more } }))).map((block) =>
      block.kind === 'paragraph'
        ? block.text
        : block.rows.map((row) => row.map(({ text }) => text).join('|')).join('/'),
    )
  test('a blank row parts two tables; one text alone in its row is a line of text', async () => {
    expect(await kinds({ A1: 'Bảng 1', A2: 'a', B2: 1, A3: 'b', B3: 2, A5: 'Bảng 2', A6: 'c', B6: 3 })).toEqual([
      'Bảng 1',
      'a|1/b|2',
      'Bảng 2',
      'c|3',
    ])
  })
  test('a section within a table stays in it', async () => {
    expect(await kinds({ A1: 'TT', B1: 'x', A2: 'I', A3: 1, B3: 'a', A4: 2, B4: 'b' })).toEqual(['TT|x/I|/1|a/2|b'])
  })
  test('a letterhead right above a title is a table of its own', async () => {
    expect(
      await kinds({
        A1: 'UBND',
        D1: 'CỘNG HÒA',
        A2: 'Số: 1',
        A3: 'BÁO CÁO',
        A4: 'TT',
        B4: 'a',
        C4: 'b',
        A5: 1,
        B5: 2,
        C5: 3,
      }),
    ).toEqual(['UBND|||CỘNG HÒA', 'Số: 1', 'BÁO CÁO', 'TT|a|b/1|2|3'])
  })
  test('a row whose label stands alone at the end is a row; a text under the order numbers is not', async () => {
    expect(await kinds({ A1: 'P1', B1: 1, C1: 1, A2: 'P2' })).toEqual(['P1|1|1/P2||'])
    expect(await kinds({ A1: '1', B1: 'P1', C1: 1, A2: 'Người lập' })).toEqual(['1|P1|1', 'Người lập'])
  })
  test('a title merged over two rows is one line of text', async () => {
    const merge = '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>'
    expect(await kinds({ A1: 'BÁO CÁO', A3: 'a', B3: 1, C3: 2 }, merge)).toEqual(['BÁO CÁO', 'a|1|2'])
  })
  test('cells joined with others that are joined already keep to themselves', async () => {
    const merge = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A2:B3"/><mergeCell ref="B3:C3"/></mergeCells>'
    expect(await kinds({ A1: 'a', C1: 'c', A2: 'x', B3: 'b', C2: 'd' }, merge)).toEqual(['a|c/d/|b'])
  })
  test('rows that are printed on every page are the header', async () => {
    const names =
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">A!$1:$2</definedName></definedNames>'
    const sheet = sheetOf({ A1: 'a', B1: 'b', A2: 'c', B2: 'd', A3: 'e', B3: 1 })
    const [table] = await blocksOf(xlsxFile({ sheets: { A: sheet }, workbook: names }))
    expect(table).toMatchObject({ headerRows: 2 })
  })
})

describe('what is hidden', () => {
  test('hidden sheets are left out', async () => {
    const sheets = { Ẩn: sheetOf({ A1: 'x' }), 'Rất ẩn': sheetOf({ A1: 'y' }), Hiện: sheetOf({ A1: 'z' }) }
    const attributes = { Ẩn: 'state="hidden"', 'Rất ẩn': 'state="veryHidden"', Hiện: 'state="visible"' }
    expect(await blocksOf(xlsxFile({ sheets, attributes }))).toMatchObject([{ text: 'z', origin: { sheet: 'Hiện' } }])
  })
  test.each([
    ['SUBTOTAL(109,B1:B2)', '', false],
    ['SUBTOTAL(9,B1:B2)', '<autoFilter><filterColumn colId="0"/></autoFilter>', false],
    ['SUBTOTAL(9,B1:B2)', '<autoFilter ref="A1:B2"/>', true],
    ['SUM(B1:B2)', '<autoFilter><filterColumn colId="0"/></autoFilter>', true],
  ])('under a total by %s %s', async (formula, filter, isKept) => {
    const cell = (address: string, value: number) => `<c r="${address}"><v>${value}</v></c>`
    const total = `<row r="3">${cell('A3', 9)}<c r="B3"><f>${formula}</f><v>4</v></c></row>`
    const rows = `<row r="1">${cell('A1', 1)}${cell('B1', 4)}</row><row r="2" hidden="1">${cell('A2', 2)}${cell('B2', 5)}</row>${total}`
    const [table, ...rest] = await blocksOf(xlsxFile({ sheets: { A: `<sheetData>${rows}</sheetData>${filter}` } }))
    expect(rest).toEqual([])
    expect(grid(table)).toEqual([['1', '4'], isKept ? ['2', '5'] : ['', ''], ['9', '4']])
  })
  test('hidden rows and columns are kept and marked', async () => {
    const cols = '<cols><col min="2" max="2" hidden="1"/></cols>'
    const data =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData>'
    const [table] = await blocksOf(xlsxFile({ sheets: { A: cols + data } }))
    expect(table?.kind === 'table' && table.rows.flat().map(({ text, hidden }) => [text, hidden])).toEqual([
      ['1', undefined],
      ['2', true],
      ['3', true],
      ['', true],
    ])
  })
})

describe('cells', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="0&quot; loại&quot;"/></numFmts><fonts><font/></fonts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>'
  const strings =
    '<si><t>Phường 1</t></si><si><r><t>Phường</t></r><r><t xml:space="preserve"> 2</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>a_x000D_b</t></si>'
  const one = async (cell: string, more: Partial<XlsxParts> = {}) => {
    const data = `<sheetData><row r="1">${cell}<c r="Z1"><v>1</v></c></row></sheetData>`
    const blocks = await blocksOf(xlsxFile({ sheets: { A: data }, styles, strings, ...more }))
    const [table] = blocks
    const {
      origin: _,
      row: __,
      column: ___,
      ...found
    } = (table?.kind === 'table' && table.rows[0]?.[0]) || {
      origin: 0,
      row: 0,
      column: 0,
    }
    return found
  }
  test.each([
    ['a number', '<c r="A1"><v>4602</v></c>', { text: '4602', number: 4602 }],
    ['a number without an address', '<c><v>1.5</v></c>', { text: '1,5', number: 1.5 }],
    ['a share', '<c r="A1" s="3"><v>0.98273</v></c>', { text: '98,27%', number: 0.98273 }],
    ['a number with its unit', '<c r="A1" s="2"><v>24</v></c>', { text: '24 loại', number: 24 }],
    ['a day, which is no number', '<c r="A1" s="1"><v>45204</v></c>', { text: '05/10/2023' }],
    ['a day in ISO', '<c r="A1" t="d"><v>2023-10-05T00:00:00</v></c>', { text: '05/10/2023' }],
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', { text: 'Phường 1' }],
    ['a formatted text without its reading aid', '<c r="A1" t="s"><v>1</v></c>', { text: 'Phường 2' }],
    ['a text with a sign XML does not know', '<c r="A1" t="s"><v>2</v></c>', { text: 'a\rb' }],
    ['a text that a formula gives', '<c r="A1" t="str"><f>A2</f><v>Đạt</v></c>', { text: 'Đạt', formula: 'A2' }],
    ['an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', { text: '#DIV/0!', formula: '1/0' }],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', { text: 'TRUE' }],
  ])('%s', async (_, cell, expected) => {
    expect(await one(cell)).toEqual(expected)
  })
  test('days counted from 1904', async () => {
    const cell = '<c r="A1" s="1"><v>43742</v></c>'
    expect(await one(cell, { workbook: '<workbookPr date1904="1"/>' })).toEqual({ text: '05/10/2023' })
  })
  test('a shared formula reads in each cell as it computes there', async () => {
    const data = `<sheetData>${[1, 2].map((r) => `<row r="${r}"><c r="A${r}"><v>1</v></c><c r="B${r}">${r === 1 ? '<f t="shared" ref="B1:B2" si="0">A1/A$9*LOG10(2)</f>' : '<f t="shared" si="0"/>'}<v>1</v></c></row>`).join('')}</sheetData>`
    const blocks = await blocksOf(xlsxFile({ sheets: { A: data } }))
    expect([cellIn(blocks, 'B1')?.formula, cellIn(blocks, 'B2')?.formula]).toEqual([
      'A1/A$9*LOG10(2)',
      'A2/A$9*LOG10(2)',
    ])
  })
})
