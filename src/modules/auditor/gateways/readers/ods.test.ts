import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../domain/document.ts'
import { anyGrid } from './grid.fixture.ts'
import { readOds } from './ods.ts'
import { odsFile } from './sheet-file.fixture.ts'

async function blocksOf(tables: string, styles = ''): Promise<readonly Block[]> {
  const read = await readOds(odsFile(tables, styles), 'a.ods')
  if ('fault' in read) throw new Error(`${read.fault} ${JSON.stringify(read.values)}`)
  return read.blocks
}

const table = (rows: string, attributes = 'table:name="Biểu"') => `<table:table ${attributes}>${rows}</table:table>`
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`
const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
const number = (text: string, value: number, attributes = '') =>
  cell(text, `office:value-type="float" office:value="${value}" ${attributes}`)
const BLANK = '<table:table-cell/>'

function shown(blocks: readonly Block[]): string[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((one) => one.map(({ text }) => text).join('|')).join('/'),
  )
}

test('cells keep the text that was printed, with the number behind it', async () => {
  const [read] = await blocksOf(
    table(
      row(
        cell('Phường 1') +
          number('4.602', 4602) +
          cell('98,27%', 'office:value-type="percentage" office:value="0.9827" table:formula="of:=[.B1]/[.C1]"') +
          cell('05/10/2023', 'office:value-type="date" office:date-value="2023-10-05"'),
      ) +
        row(
          `${cell('Tổng', 'table:style-name="dam"')}<table:table-cell office:value-type="percentage" office:value="0.5"/>`,
        ),
    ),
    '<style:style style:name="goc" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="dam" style:parent-style-name="goc"/>',
  )
  expect(read).toMatchObject({
    caption: 'Biểu',
    width: 4,
    rows: [
      [
        { text: 'Phường 1', origin: { sheet: 'Biểu', address: 'A1' } },
        { text: '4.602', number: 4602 },
        { text: '98,27%', number: 0.9827, formula: 'of:=[.B1]/[.C1]' },
        { text: '05/10/2023' },
      ],
      [{ text: 'Tổng', bold: true }, { text: '50%', number: 0.5 }, { text: '' }, { text: '' }],
    ],
  })
  expect(read?.kind === 'table' && read.rows[0]?.[3]?.number).toBeUndefined()
})

test('what goes in as a grid with merged cells comes out as the same grid', async () => {
  await fc.assert(
    fc.asyncProperty(anyGrid, async ({ rows, width }) => {
      const all = rows.flat()
      const written = rows.map((_, at) => {
        const cells: string[] = [cell(`d${at}`)]
        for (let column = 0; column < width; column++) {
          const one = all.find((other) => other.row === at && other.column === column)
          cells.push(
            one
              ? cell(
                  one.text,
                  `table:number-rows-spanned="${one.rowSpan}" table:number-columns-spanned="${one.columnSpan}"`,
                )
              : '<table:covered-table-cell/>',
          )
        }
        return row(cells.join(''))
      })
      const [read, ...rest] = await blocksOf(table(written.join('')))
      expect(rest).toEqual([])
      const back = (read?.kind === 'table' ? read.rows : []).map((cells) =>
        cells.slice(1).map(({ text, row: at, column, rowSpan = 1, columnSpan = 1 }) => {
          return { text, row: at, column: column - 1, rowSpan, columnSpan }
        }),
      )
      expect(back).toEqual(rows)
    }),
    { numRuns: 60 },
  )
})

test('paragraphs, spaces, tabs and breaks of a cell; nothing of its note or its drawing', async () => {
  const inside =
    '<office:annotation><text:p>ghi chú</text:p></office:annotation><draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><text:p>hình</text:p></draw:frame><text:p>a<text:s text:c="2"/>b<text:tab/><text:span>c</text:span></text:p><text:p>d<text:line-break/>e</text:p>'
  const blocks = await blocksOf(table(row(`<table:table-cell>${inside}</table:table-cell>`)))
  expect(shown(blocks)).toEqual(['a  b\tc\nd\ne'])
})

test('what repeats is written out; blanks to the end of the sheet cost nothing', async () => {
  const blocks = await blocksOf(
    table(
      row(
        number('1', 1, 'table:number-columns-repeated="3"') +
          '<table:table-cell table:number-columns-repeated="16381"/>',
        'table:number-rows-repeated="2"',
      ) + row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048570"'),
    ),
  )
  expect(shown(blocks)).toEqual(['1|1|1/1|1|1'])
})

test('a blank row parts two tables, a header row is a header', async () => {
  const header = `<table:table-header-rows>${row(cell('TT') + cell('Tên'))}</table:table-header-rows>`
  const blocks = await blocksOf(
    table(
      header + row(cell('1') + cell('a')) + row(BLANK, 'table:number-rows-repeated="2"') + row(cell('2') + cell('b')),
    ),
  )
  expect(blocks).toMatchObject([{ headerRows: 1 }, { origin: { address: 'A5' } }])
  expect(shown(blocks)).toEqual(['TT|Tên/1|a', '2|b'])
})

test('a hidden sheet is left out, hidden rows and columns are marked', async () => {
  const hidden =
    '<style:style style:name="an" style:family="table"><style:table-properties table:display="false"/></style:style>'
  const columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
  const blocks = await blocksOf(
    table(row(cell('x')), 'table:name="Ẩn" table:style-name="an"') +
      table(columns + row(cell('a') + cell('b')) + row(cell('c') + cell('d'), 'table:visibility="filter"')),
    hidden,
  )
  expect(blocks).toHaveLength(1)
  expect(blocks[0]?.kind === 'table' && blocks[0].rows.map((cells) => cells.map((one) => one.hidden))).toEqual([
    [undefined, true],
    [true, true],
  ])
})

const repeated = (columns: number, rows: number) =>
  table(row(number('1', 1, `table:number-columns-repeated="${columns}"`), `table:number-rows-repeated="${rows}"`))

test('a number of times that is none counts as once', async () => {
  for (const times of [1e300, -1, 0.5, Number.NaN]) expect(shown(await blocksOf(repeated(times, 1)))).toEqual(['1'])
})

describe('what is refused', () => {
  test.each([
    ['a cell a million times to the right', repeated(1_000_000, 1), 'auditor/file-too-wide'],
    ['100,000 columns', table(row(cell('a').repeat(100_000))), 'auditor/file-too-wide'],
    ['a row a million times', repeated(1, 1_000_000), 'auditor/file-too-long'],
    ['both together', repeated(2000, 200_000), 'auditor/file-too-long'],
    [
      'a cell joined over everything',
      table(
        row(cell('a', 'table:number-columns-spanned="1000000" table:number-rows-spanned="1000000"') + cell('b')) +
          row(cell('c', 'table:number-columns-repeated="2000"')) +
          row('', 'table:number-rows-repeated="1000000"') +
          row(cell('d')),
      ),
      'auditor/file-too-long',
    ],
    ['entities nobody declared', table(row(cell('&lol;'))), 'auditor/file-entities'],
    ['100,000 elements in each other', '<a>'.repeat(100_000) + '</a>'.repeat(100_000), 'auditor/file-too-deep'],
    ['XML that does not close', '<table:table>', 'auditor/file-unreadable'],
  ])('%s', async (_, tables, fault) => {
    expect(await readOds(odsFile(tables), 'a.ods')).toMatchObject({ fault })
  })

  test.each([
    ['macros', { 'Basic/Standard/Module1.xml': '<a/>' }, 'auditor/file-macro'],
    ['a password', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }, 'auditor/file-password'],
    ['entities', { 'styles.xml': '<!DOCTYPE a><a/>' }, 'auditor/file-entities'],
  ])('%s', async (_, more, fault) => {
    expect(await readOds(odsFile(table(row(cell('a'))), '', more), 'a.ods')).toEqual({ fault })
  })
})
