import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell, Table } from '../../domain/document.ts'
import { anyGrid, type GridCell } from './grid.fixture.ts'
import { p, readWord } from './word-file.fixture.ts'

async function tables(body: string): Promise<Table[]> {
  return (await readWord(body)).blocks.filter((block) => block.kind === 'table')
}

function without(cell: Cell) {
  const { origin: _, ...rest } = cell
  return rest
}

/** Word's way to write a grid: one cell for each row that a cell covers, all but the first empty. */
function wordTable(grid: readonly (readonly GridCell[])[], width: number): string {
  const all = grid.flat()
  const rows = grid.map((_, row) => {
    const cells: string[] = []
    for (let column = 0; column < width; ) {
      const cell = all.find((one) => one.column === column && one.row <= row && row < one.row + one.rowSpan)
      if (!cell) throw new Error('a hole in the grid')
      const down = cell.rowSpan === 1 ? '' : cell.row === row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
      const across = cell.columnSpan === 1 ? '' : `<w:gridSpan w:val="${cell.columnSpan}"/>`
      cells.push(`<w:tc><w:tcPr>${across}${down}</w:tcPr>${cell.row === row ? p(cell.text) : '<w:p/>'}</w:tc>`)
      column += cell.columnSpan
    }
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

test('what goes in as a grid with merged cells comes out as the same grid', async () => {
  await fc.assert(
    fc.asyncProperty(anyGrid, async ({ rows, width }) => {
      const [table] = await tables(wordTable(rows, width))
      expect(table?.width).toBe(width)
      expect(table?.rows.map((row) => row.map(without))).toEqual(
        rows.map((row) =>
          row.map(({ rowSpan, columnSpan, ...cell }) => ({
            ...cell,
            ...(rowSpan > 1 && { rowSpan }),
            ...(columnSpan > 1 && { columnSpan }),
          })),
        ),
      )
    }),
    { numRuns: 60 },
  )
})

const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
const table = (rows: string) => `<w:tbl>${rows}</w:tbl>`

describe('the odd things of Word', () => {
  test('columns left out before a row move its cells', async () => {
    const [read] = await tables(
      table(row(cell(p('a')) + cell(p('b'))) + row(cell(p('c')), '<w:gridBefore w:val="1"/>')),
    )
    expect(read?.rows[1]?.[0]).toMatchObject({ text: 'c', column: 1 })
  })

  test('a cell that goes on where none of its width stands above is a cell of its own', async () => {
    const wide = '<w:gridSpan w:val="2"/>'
    const [read] = await tables(
      table(row(cell(p('a'), '<w:vMerge/>') + cell(p('b'))) + row(cell(p('c'), `${wide}<w:vMerge/>`))),
    )
    expect(read?.rows.map((cells) => cells.map(({ text, rowSpan }) => [text, rowSpan]))).toEqual([
      [
        ['a', undefined],
        ['b', undefined],
      ],
      [['c', undefined]],
    ])
  })

  test('cells joined the old way are one', async () => {
    const [read] = await tables(
      table(row(cell(p('a'), '<w:hMerge w:val="restart"/>') + cell('<w:p/>', '<w:hMerge/>') + cell(p('b')))),
    )
    expect(read?.rows[0]).toMatchObject([
      { text: 'a', columnSpan: 2 },
      { text: 'b', column: 2 },
    ])
  })

  test('a deleted row, a deleted cell and a hidden row are gone', async () => {
    const [read] = await tables(
      table(
        row(cell(p('a')) + cell(p('x'), '<w:cellDel/>') + cell(p('b'))) +
          row(cell(p('x')), '<w:del/>') +
          row(cell(p('x')), '<w:hidden/>') +
          row(cell(p('c')), '<w:ins/>'),
      ),
    )
    expect(read?.rows.map((cells) => cells.map(({ text }) => text))).toEqual([['a', 'b'], ['c']])
  })

  test('header rows count from the top only', async () => {
    const header = '<w:tblHeader/>'
    const [read] = await tables(table(row(cell(p('a')), header) + row(cell(p('b'))) + row(cell(p('c')), header)))
    expect(read?.headerRows).toBe(1)
  })

  test('paragraphs of a cell are lines of its text, pointed at where the text begins', async () => {
    const [read] = await tables(table(row(cell(`<w:p/>${p('98%')}${p('(5/5)')}<w:p/>`))))
    expect(read?.rows[0]?.[0]).toMatchObject({ text: '98%\n(5/5)', origin: { wordParagraph: 2 } })
    expect(read?.origin).toEqual({ wordParagraph: 1 })
  })

  test('a table within a cell follows the table; the cell keeps its own text', async () => {
    const inner = table(row(cell(p('trong'))))
    const read = await tables(table(row(cell(p('a') + inner + p('b')) + cell(p('c')))))
    expect(read.map(({ rows }) => rows.map((cells) => cells.map(({ text }) => text)))).toEqual([
      [['a\nb', 'c']],
      [['trong']],
    ])
    expect(read[1]?.origin).toEqual({ wordParagraph: 2 })
  })

  test('the text of a box in a cell is text of the cell', async () => {
    const box = `<w:p><w:r><w:t>a</w:t><w:pict><w:txbxContent>${p('hộp')}</w:txbxContent></w:pict></w:r></w:p>`
    const [read] = await tables(table(row(cell(box))))
    expect(read?.rows[0]?.[0]?.text).toBe('a\nhộp')
  })

  test('a cell in a content control is a cell', async () => {
    const [read] = await tables(
      table(row(`<w:sdt><w:sdtContent>${cell(p('a'))}</w:sdtContent></w:sdt>${cell(p('b'))}`)),
    )
    expect(read?.rows[0]?.map(({ text }) => text)).toEqual(['a', 'b'])
  })

  test('a table without cells is none', async () => {
    expect(await tables(`${table('')}${table(row(''))}`)).toEqual([])
  })
})
