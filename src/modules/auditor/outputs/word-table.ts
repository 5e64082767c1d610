import type { Cell, Table } from '../domain/document.ts'
import type { Severity } from '../domain/finding.ts'
import { escaped, printable } from './shown-text.ts'
import { columnWants, type Grid, headerRowsOf, isNumber, printedGrid, widthsOf } from './word-grid.ts'

/** Behind the words of a place with a finding; dark letters stay readable on each. */
export const SHADE: Record<Severity, string> = { proved: 'FBD5D5', likely: 'FDE9C4', look: 'DCE9FA' }

type Look = { readonly fill?: string; readonly bold?: boolean; readonly size?: number }

/** Writes paragraphs and counts them, because comments are hung by their number. */
export type Sheet = {
  /** A `w:p` of these runs and properties. */
  readonly paragraph: (runs: string, properties?: string) => string
  /** Runs of this text, its line breaks and tabs kept. */
  readonly text: (text: string, look?: Look) => string
  /** How many paragraphs were written: the number of the last one. */
  readonly count: () => number
}

/** A sheet with nothing on it. */
export function sheetOf(): Sheet {
  let written = 0
  return {
    paragraph: (runs, properties = '') => {
      written++
      return `<w:p>${properties}${runs}</w:p>`
    },
    text: (text, look = {}) => runsOf(text, look),
    count: () => written,
  }
}

function runsOf(text: string, { fill, bold, size }: Look): string {
  if (text === '') return ''
  const look = [
    bold ? '<w:b/>' : '',
    size ? `<w:sz w:val="${size}"/>` : '',
    fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : '',
  ].join('')
  const pieces = printable(text)
    .split(/(\n|\t)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`,
    )
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}${pieces.join('')}</w:r>`
}

type Where = {
  readonly shades: ReadonlyMap<string, Severity>
  readonly index: number
  readonly landscape: boolean
}

/** Word takes 63 columns; a page sideways shows so many that can still be read. Wider tables go on below. */
const MOST_COLUMNS = 20
/** Longer tables are cut to their first rows and those around findings: a register of 100,000 rows is no reading matter. */
const MOST_ROWS = 3000
const FIRST_ROWS = 60
const ROWS_AROUND = 2

/** The table in Word, and the same table with the paragraph of each cell. */
export function wordTable(sheet: Sheet, table: Table, where: Where): { readonly xml: string; readonly block: Table } {
  const caption = table.caption ? sheet.paragraph(sheet.text(table.caption, { bold: true }), CAPTION) : ''
  const grid = printedGrid(table, ({ row, column }) => where.shades.has(`${where.index}:${row}:${column}`))
  const rows = shownRows(table, where)
  const left = rows.length < table.rows.length ? omitted(sheet, table.rows.length - rows.length) : ''
  const paragraphs = new Map<Cell, number>()
  const bands = Array.from({ length: Math.ceil(table.width / MOST_COLUMNS) }, (_, band) => band * MOST_COLUMNS)
  const xml = bands.map((from) => {
    const to = Math.min(from + MOST_COLUMNS, table.width)
    return bandXml({ sheet, table, grid, rows, from, to, where, paragraphs }) + sheet.paragraph('', AFTER)
  })
  const hung = (cell: Cell): Cell => {
    const wordParagraph = paragraphs.get(cell)
    return wordParagraph === undefined ? cell : { ...cell, origin: { ...cell.origin, wordParagraph } }
  }
  const origin = { ...table.origin, wordParagraph: sheet.count() }
  return {
    xml: caption + left + xml.join(''),
    block: { ...table, origin, rows: table.rows.map((row) => row.map(hung)) },
  }
}

const CAPTION = '<w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60"/></w:pPr>'
const AFTER = '<w:pPr><w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="exact"/></w:pPr>'

function shownRows(table: Table, { shades, index }: Where): readonly number[] {
  const all = table.rows.map((_, row) => row)
  if (all.length <= MOST_ROWS) return all
  const near = new Set<number>()
  for (const key of shades.keys()) {
    const [block, row] = key.split(':').map(Number)
    if (block !== index || row === undefined) continue
    for (let at = row - ROWS_AROUND; at <= row + ROWS_AROUND; at++) near.add(at)
  }
  return all.filter((row) => row < FIRST_ROWS || near.has(row))
}

function omitted(sheet: Sheet, count: number): string {
  const says = `(Bảng dài: ${count} dòng không có nhận xét được lược ở đây. / A long table: ${count} rows without comments are left out here.)`
  return sheet.paragraph(sheet.text(says, { size: 20 }), CAPTION)
}

type Band = {
  readonly sheet: Sheet
  readonly table: Table
  readonly grid: Grid
  readonly rows: readonly number[]
  readonly from: number
  readonly to: number
  readonly where: Where
  /** Filled here: the paragraph of each cell, the first time it is printed. */
  readonly paragraphs: Map<Cell, number>
}

/** Twentieths of a point between the margins. */
const PORTRAIT = 9185
const LANDSCAPE = 14570

function bandXml(band: Band): string {
  const { table, from, to, where, rows } = band
  const size = to - from > 14 ? 16 : to - from > 8 ? 20 : 22
  const whole = where.landscape ? LANDSCAPE : PORTRAIT
  // A letter is about half as wide as it is high; sizes are in half-points, widths in twentieths of a point.
  const widths = widthsOf(columnWants(table).slice(from, to), whole, whole / (size * 4.8))
  const headers = headerRowsOf(table)
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const body = rows.map((row, index) =>
    rowXml(band, { row, above: rows[index - 1], widths, size, header: row < headers }),
  )
  return `<w:tbl>${TABLE_PROPERTIES}<w:tblGrid>${columns}</w:tblGrid>${body.join('')}</w:tbl>`
}

const LINE = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
const TABLE_PROPERTIES = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(LINE).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>`

type Row = {
  readonly row: number
  /** The row printed before it. */
  readonly above: number | undefined
  readonly widths: readonly number[]
  readonly size: number
  readonly header: boolean
}

/** A row whose longest cell has more letters may break over a page. */
const LONG_CELL = 900

function rowXml(band: Band, { row, above, widths, size, header }: Row): string {
  const { grid, from, to } = band
  const here = grid[row] ?? []
  const over = above === undefined ? [] : (grid[above] ?? [])
  const cells: string[] = []
  for (let column = from; column < to; ) {
    const cell = here[column]
    let end = column + 1
    while (cell && end < to && here[end] === cell) end++
    const width = widths.slice(column - from, end - from).reduce((sum, one) => sum + one, 0)
    const goesOn = cell !== undefined && over[column] === cell
    cells.push(cellXml(band, { cell, width, span: end - column, goesOn, size, header }))
    column = end
  }
  const long = here.some((cell) => (cell?.text.length ?? 0) > LONG_CELL)
  const properties = `${long ? '' : '<w:cantSplit/>'}${header ? '<w:tblHeader/>' : ''}`
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`
}

type Placed = {
  readonly cell: Cell | undefined
  readonly width: number
  readonly span: number
  /** Covered by a cell that began in a row above. */
  readonly goesOn: boolean
  readonly size: number
  readonly header: boolean
}

function cellXml({ sheet, where, paragraphs }: Band, { cell, width, span, goesOn, size, header }: Placed): string {
  const severity = cell && where.shades.get(`${where.index}:${cell.row}:${cell.column}`)
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
    goesOn ? '<w:vMerge/>' : (cell?.rowSpan ?? 1) > 1 ? '<w:vMerge w:val="restart"/>' : '',
    severity ? `<w:shd w:val="clear" w:color="auto" w:fill="${SHADE[severity]}"/>` : '',
    '<w:vAlign w:val="center"/>',
  ].join('')
  const number = cell && isNumber(cell.text)
  const align = header || (number && cell.column === 0) ? 'center' : number ? 'right' : 'left'
  const set = `<w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/><w:jc w:val="${align}"/></w:pPr>`
  const runs = cell && !goesOn ? sheet.text(cell.text, { size, bold: header || (cell.bold ?? false) }) : ''
  const paragraph = sheet.paragraph(runs, set)
  if (cell && !goesOn && !paragraphs.has(cell)) paragraphs.set(cell, sheet.count())
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph}</w:tc>`
}
