import type { Block, Cell, Paragraph, Table } from '../../domain/document.ts'
import { type FileFault, isFault, MOST_CELLS, MOST_COLUMNS, tooLong, tooWide } from '../fault.ts'
import { addressOf, type Merge, type Sheet, type SheetCell } from './sheet.ts'

/** A cell with text where it begins, with what it covers. */
type Standing = {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly cell: SheetCell
}

/** A row of the sheet in which something stands, or into which a cell above reaches. */
type Line = {
  readonly row: number
  readonly begins: readonly Standing[]
  readonly isReached: boolean
  isAlone: boolean
}

/**
 * What a sheet shows, as a report: its tables, divided where a row is blank, and the lines that stand alone above and below them as
 * paragraphs. Cells of hidden rows and columns are kept and marked, for totals may count them; where the totals are of the kind that
 * does not, the hidden rows are left blank.
 */
export function sheetBlocks(sheet: Sheet): Block[] | FileFault {
  if (skipsHidden(sheet)) emptyHidden(sheet)
  const merges = mergesByStart(sheet)
  if (isFault(merges)) return merges
  const blocks: Block[] = []
  let area = 0
  for (const band of bandsOf(sheet, merges)) {
    for (const part of partsOf(band)) {
      if (part.kind === 'lines') {
        blocks.push(...part.lines.flatMap(({ begins }) => begins.map((one) => paragraphOf(sheet, one))))
        continue
      }
      const table = tableOf(sheet, part.lines)
      if (isFault(table)) return table
      area += table.rows.length * table.width
      if (area > MOST_CELLS) return tooLong(MOST_CELLS, sheet.name)
      blocks.push(table)
    }
  }
  return blocks
}

/** SUBTOTAL leaves out what a filter hides, from 101 on everything hidden; AGGREGATE is used for nothing else. */
function skipsHidden({ rows, hiddenRows, filtered }: Sheet): boolean {
  if (hiddenRows.size === 0) return false
  const skips = filtered ? /\b(?:SUBTOTAL|AGGREGATE)\(/i : /\b(?:SUBTOTAL\(\s*1\d\d\b|AGGREGATE\()/i
  return rows.values().some((row) => row.values().some(({ formula }) => formula !== undefined && skips.test(formula)))
}

/** A row that was hidden keeps its place, so that what stands above and below it stays one table. */
function emptyHidden({ rows, hiddenRows }: Sheet): void {
  for (const row of hiddenRows) if (rows.has(row)) rows.set(row, new Map())
}

/** A joined cell widens the sheet by so much at most: one over whole columns is no wider than what stands beside it. */
const WIDENS = 100

/** Joined cells by where they begin, cut to the part of the sheet that is used. */
function mergesByStart(sheet: Sheet): ReadonlyMap<string, Merge> | FileFault {
  const merges = sheet.merges.filter(({ row, column }) => sheet.rows.get(row)?.has(column))
  let [lastRow, lastColumn] = [0, 0]
  for (const [row, cells] of sheet.rows) {
    lastRow = Math.max(lastRow, row)
    for (const column of cells.keys()) lastColumn = Math.max(lastColumn, column)
  }
  for (const { row, column, rows, columns } of merges) {
    lastRow = Math.max(lastRow, row + Math.min(rows, WIDENS) - 1)
    lastColumn = Math.max(lastColumn, column + Math.min(columns, WIDENS) - 1)
  }
  const byStart = new Map<string, Merge>()
  let area = 0
  for (const { row, column, ...size } of merges) {
    const rows = Math.min(size.rows, lastRow - row + 1)
    const columns = Math.min(size.columns, lastColumn - column + 1)
    area += rows * columns
    if (area > MOST_CELLS) return tooLong(MOST_CELLS, sheet.name)
    byStart.set(`${row}/${column}`, { row, column, rows, columns })
  }
  return byStart
}

/** Runs of rows without a blank one between. */
function bandsOf(sheet: Sheet, merges: ReadonlyMap<string, Merge>): Line[][] {
  const bands: Line[][] = []
  let reach = -1
  let last = -2
  for (const row of rowsOf(sheet, merges)) {
    const begins = [...(sheet.rows.get(row) ?? [])]
      .toSorted(([a], [b]) => a - b)
      .map(([column, cell]) => {
        const { rows = 1, columns = 1 } = merges.get(`${row}/${column}`) ?? {}
        return { row, column, rows, columns, cell }
      })
    const line: Line = { row, begins, isReached: row <= reach, isAlone: false }
    if (row === last + 1) bands.at(-1)?.push(line)
    else bands.push([line])
    last = row
    for (const { rows } of begins) reach = Math.max(reach, row + rows - 1)
  }
  for (const band of bands) for (const [index, line] of band.entries()) markAlone(line, band, index)
  return bands
}

/** A row is alone when one text stands in it, and nothing beside that text in the rows that it covers. */
function markAlone({ begins, isReached }: Line, band: readonly Line[], index: number): void {
  const [only] = begins
  if (isReached || !only || begins.length > 1) return
  const covered = band.slice(index, index + only.rows)
  if (covered.slice(1).every((line) => line.begins.length === 0)) for (const line of covered) line.isAlone = true
}

function rowsOf(sheet: Sheet, merges: ReadonlyMap<string, Merge>): number[] {
  const rows = new Set(sheet.rows.keys())
  for (const { row, rows: count } of merges.values()) for (let down = 1; down < count; down++) rows.add(row + down)
  return [...rows].toSorted((a, b) => a - b)
}

type Part = { readonly kind: 'lines' | 'table'; readonly lines: readonly Line[] }

/** Titles above, the table, notes below; a letterhead of two columns right above a title is a table of its own. */
function partsOf(band: readonly Line[]): Part[] {
  const letterhead = letterheadOf(band)
  if (letterhead > 0) return [{ kind: 'table', lines: band.slice(0, letterhead) }, ...partsOf(band.slice(letterhead))]
  const from = band.findIndex(({ isAlone }) => !isAlone)
  if (from === -1) return [{ kind: 'lines', lines: band }]
  let to = band.length
  while (to > from + 1 && isNote(band[to - 1], band.slice(from, to - 1))) to--
  return [
    ...(from > 0 ? [{ kind: 'lines' as const, lines: band.slice(0, from) }] : []),
    { kind: 'table', lines: band.slice(from, to) },
    ...(to < band.length ? [{ kind: 'lines' as const, lines: band.slice(to) }] : []),
  ]
}

/** Rows of at most two texts, before a line that stands alone, before rows of three cells and more. */
function letterheadOf(band: readonly Line[]): number {
  const title = band.findIndex(({ isAlone }) => isAlone)
  if (title <= 0) return 0
  const above = band.slice(0, title)
  const isSparse = above.every(
    ({ begins }) => begins.length <= 2 && begins.every(({ cell }) => cell.number === undefined),
  )
  const below = band.slice(title).find(({ isAlone }) => !isAlone)
  return isSparse && below && below.begins.length > 2 ? title : 0
}

/**
 * A line under a table that is no row of it: it begins as notes do, runs over several columns, or stands as a text where the rows have
 * their order numbers.
 */
function isNote(line: Line | undefined, above: readonly Line[]): boolean {
  const [only] = line?.begins ?? []
  if (!line?.isAlone || !only || only.cell.number !== undefined) return false
  const text = only.cell.text.trim()
  if (/^(?:\*|\(\*|ghi chú|chú thích|nguồn|lưu ý|note|source)/iu.test(text)) return true
  if (only.columns > 1 && text.length > 60) return true
  const sameColumn = above.flatMap(({ begins }) => begins.filter(({ column }) => column === only.column))
  return !isOrder(text) && sameColumn.some(({ cell }) => isOrder(cell.text.trim()))
}

function isOrder(text: string): boolean {
  return /^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,6}|[a-zđ])[.)]?$/u.test(text)
}

function paragraphOf(sheet: Sheet, { row, column, cell }: Standing): Paragraph {
  return { kind: 'paragraph', text: cell.text, origin: { sheet: sheet.name, address: addressOf({ row, column }) } }
}

function tableOf(sheet: Sheet, lines: readonly Line[]): Table | FileFault {
  const [first, last] = [lines[0]?.row ?? 0, lines.at(-1)?.row ?? 0]
  const standing = lines.flatMap(({ begins }) => begins)
  const left = Math.min(...spread(standing, ({ column }) => column))
  const right = Math.max(...spread(standing, ({ column, columns }) => column + columns - 1))
  const width = right - left + 1
  if (width > MOST_COLUMNS) return tooWide(sheet.name)
  if (width * lines.length > MOST_CELLS) return tooLong(MOST_CELLS, sheet.name)
  const grid: (Standing | null | undefined)[][] = lines.map(() => Array.from({ length: width }))
  for (const one of standing) cover(grid, one, first, left)
  const rows = grid.map((places, index) => {
    const cells: Cell[] = []
    for (let column = 0; column < width; column++) {
      const place = places[column]
      if (place === null) continue
      cells.push(cellOf(sheet, place, { row: first + index, column: left + column }, { row: first, column: left }))
    }
    return cells
  })
  const repeated = sheet.repeatedTo === null ? 0 : Math.min(sheet.repeatedTo, last) - first + 1
  return {
    kind: 'table',
    rows,
    width,
    ...(repeated > 0 && { headerRows: repeated }),
    caption: sheet.name,
    origin: { sheet: sheet.name, address: addressOf({ row: first, column: left }) },
  }
}

/** One number for each row at most: a call takes no million arguments. */
function spread(standing: readonly Standing[], of: (one: Standing) => number): number[] {
  return [...new Set(standing.map(of))]
}

/** Writes the cell where it begins and `null` where it only reaches; of two that overlap the first stays. */
function cover(grid: (Standing | null | undefined)[][], one: Standing, top: number, left: number): void {
  const [row, column] = [one.row - top, one.column - left]
  if (grid[row]?.[column] === null) return
  let { rows, columns } = one
  for (let down = 0; down < rows; down++) {
    for (let across = 0; across < columns; across++) {
      if (down === 0 && across === 0) continue
      const isFree = grid[row + down] !== undefined && grid[row + down]?.[column + across] === undefined
      if (isFree) continue
      if (down === 0) columns = across
      else rows = down
    }
  }
  for (let down = 0; down < rows; down++) grid[row + down]?.fill(null, column, column + columns)
  const line = grid[row]
  if (line) line[column] = { ...one, rows, columns }
}

type At = { readonly row: number; readonly column: number }

function cellOf(sheet: Sheet, standing: Standing | undefined, at: At, corner: At): Cell {
  const { cell, rows = 1, columns = 1 } = standing ?? {}
  return {
    text: cell?.text ?? '',
    row: at.row - corner.row,
    column: at.column - corner.column,
    ...(rows > 1 && { rowSpan: rows }),
    ...(columns > 1 && { columnSpan: columns }),
    ...(cell?.bold && { bold: true }),
    ...(cell?.number !== undefined && { number: cell.number }),
    ...(cell?.formula !== undefined && { formula: cell.formula }),
    ...(isHidden(sheet, at) && { hidden: true }),
    origin: { sheet: sheet.name, address: addressOf(at) },
  }
}

function isHidden({ hiddenRows, hiddenColumns }: Sheet, { row, column }: At): boolean {
  return hiddenRows.has(row) || hiddenColumns.some(({ from, to }) => from <= column && column <= to)
}
