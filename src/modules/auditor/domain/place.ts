import { fold } from '#kernel/text.ts'
import type { Block, Cell, Origin } from './document.ts'
import type { Finding, Found, Place, Spot } from './finding.ts'
import type { ReadColumn, Reading, ReadTable } from './reading/reading.ts'
import type { Words } from './words.ts'

const LONGEST_NAME = 60
/** How much of a paragraph is quoted on each side of what is meant. */
const CONTEXT = 90

/** The finding with its places quoted and named, and the keys by which people's decisions are remembered. */
export function placeFinding(rule: string, found: Found, reading: Reading): Finding {
  const { spots, ...rest } = found
  const places = spots.map((spot) => placeOf(spot, reading))
  const labels = places.map((place) => labelOf(place, reading)).join('|')
  return {
    ...rest,
    rule,
    places,
    placeKey: `${rule}:${labels}`,
    key: `${rule}:${labels}:${places.map(({ quote }) => fold(quote)).join('|')}`,
  }
}

/** The spot with what stands there and how a person calls it. */
export function placeOf(spot: Spot, reading: Reading): Place {
  const block = reading.document.blocks[spot.block]
  const cell = block?.kind === 'table' ? cellAt(block, spot) : undefined
  const quote = block?.kind === 'paragraph' ? excerpt(block.text, spot) : (cell?.text ?? '')
  return { ...spot, quote, where: whereOf(spot, block, cell, reading) }
}

/** The cell that covers the spot's row and column. */
export function cellAt(block: Extract<Block, { kind: 'table' }>, { row = 0, column = 0 }: Spot): Cell | undefined {
  const direct = block.rows[row]?.find((cell) => covers(cell.column, cell.columnSpan, column))
  return (
    direct ??
    block.rows
      .slice(0, row)
      .flat()
      .find((cell) => covers(cell.row, cell.rowSpan, row) && covers(cell.column, cell.columnSpan, column))
  )
}

const covers = (start: number, span: number | undefined, at: number) => start <= at && at < start + (span ?? 1)

/** The table a spot stands in, as it was put together, and the row and column there. */
export function tableAt(
  spot: Spot,
  reading: Reading,
): { readonly table: ReadTable; readonly row: number; readonly column: number } | null {
  const table = reading.tables.find(({ blocks }) => blocks.includes(spot.block))
  if (!table || spot.row === undefined) return null
  const row = table.rows.findLastIndex(
    (line) =>
      line.spot.block < spot.block || (line.spot.block === spot.block && (line.spot.row ?? 0) <= (spot.row ?? 0)),
  )
  return { table, row, column: spot.column ?? 0 }
}

/** What stays the same when the report is written anew: the names of row and column, or the beginning of the section. */
function labelOf(place: Place, reading: Reading): string {
  const at = tableAt(place, reading)
  if (!at) return fold(reading.paragraphs.find(({ spot }) => spot.block === place.block)?.section.at(-1) ?? '')
  const row = at.table.rows[at.row]
  return fold([at.table.title, row?.order ?? '', row?.label ?? '', at.table.columns[at.column]?.header ?? ''].join('/'))
}

function whereOf(spot: Spot, block: Block | undefined, cell: Cell | undefined, reading: Reading): Words {
  const origin = { ...block?.origin, ...cell?.origin }
  const at = tableAt(spot, reading)
  if (!at) return inText(spot, origin, reading)
  const row = at.table.rows[at.row]
  const column = at.table.columns[at.column]
  const rowName = shorten([row?.order, row?.label].filter(Boolean).join('. '))
  const columnName = nameColumn(column, at.column)
  const title = shorten(at.table.title)
  const [page, address] = [pageText(origin), origin.address ? ` [${origin.sheet ?? ''}!${origin.address}]` : '']
  return {
    vi: `Bảng ${at.table.index + 1}${title && ` “${title}”`}, dòng ${rowName ? `“${rowName}”` : at.row + 1}, cột ${columnName}${page.vi}${address}`,
    en: `Table ${at.table.index + 1}${title && ` “${title}”`}, row ${rowName ? `“${rowName}”` : at.row + 1}, column ${columnName}${page.en}${address}`,
  }
}

/** The column by its number in brackets, else by its headers; the lowest header when all are too long. */
function nameColumn(column: ReadColumn | undefined, index: number): string {
  if (column?.mark) return `(${column.mark})`
  if (!column || column.path.length === 0) return String(index + 1)
  return `“${shorten(column.header.length <= LONGEST_NAME ? column.header : (column.path.at(-1) ?? ''))}”`
}

function inText(spot: Spot, origin: Origin, reading: Reading): Words {
  const section = shorten(
    reading.paragraphs.find((paragraph) => paragraph.spot.block === spot.block)?.section.at(-1) ?? '',
  )
  const number = reading.document.blocks.slice(0, spot.block + 1).filter(({ kind }) => kind === 'paragraph').length
  const page = pageText(origin)
  return {
    vi: `${section ? `Mục “${section}”, đoạn` : 'Đoạn'} ${number}${page.vi}`,
    en: `${section ? `Section “${section}”, paragraph` : 'Paragraph'} ${number}${page.en}`,
  }
}

function pageText({ page, line }: Origin): Words {
  if (page !== undefined) return { vi: `, trang ${page}`, en: `, page ${page}` }
  return line === undefined ? { vi: '', en: '' } : { vi: ` (dòng văn bản ${line})`, en: ` (text line ${line})` }
}

/** The words around what is meant, whole words only, and the whole paragraph when it is short. */
function excerpt(text: string, { from, to }: Spot): string {
  if (text.length <= CONTEXT * 3 || from === undefined) return text
  const begin = Math.max(0, text.lastIndexOf(' ', Math.max(0, from - CONTEXT)))
  const after = text.indexOf(' ', Math.min(text.length, (to ?? from) + CONTEXT))
  const end = after === -1 ? text.length : after
  return `${begin > 0 ? '… ' : ''}${text.slice(begin, end).trim()}${end < text.length ? ' …' : ''}`
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= LONGEST_NAME) return plain
  return `${plain.slice(0, plain.lastIndexOf(' ', LONGEST_NAME)).trim()}…`
}
