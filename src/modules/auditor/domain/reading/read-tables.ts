import { fold } from '#kernel/text.ts'
import type { Block, Cell, ReportDocument, Table } from '../document.ts'
import { commonStyle, readColumns } from './columns.ts'
import { filledCells, type Grid, gridOf, textAt } from './grid.ts'
import { type Header, readHeader } from './header.ts'
import { readOrder } from './order.ts'
import type { ReadColumn, ReadTable } from './reading.ts'
import { type RowSpot, readRows } from './rows.ts'

export type Heading = { readonly title: string; readonly section: readonly string[]; readonly unit: string }

/** The tables of a document; what a page cut apart is one table again. `headingOf` tells what stands above a block. */
export function readTables(document: ReportDocument, headingOf: (block: number) => Heading): readonly ReadTable[] {
  const joined = joinTables(document.blocks).map((table) => {
    const data = table.grid.flatMap((line, row) =>
      row < table.header.rows || filledCells(line).length < 2 ? [] : [row],
    )
    const columns = readColumns(table.header, table.grid, data)
    return { ...table, columns, style: commonStyle(columns, table.grid, table.header.rows) }
  })
  const usual = usualStyle(joined.map(({ style }) => style))
  return joined.map((table, index) => {
    const heading = headingOf(table.blocks[0] ?? 0)
    return {
      index,
      blocks: table.blocks,
      title: table.caption || heading.title,
      section: heading.section,
      unit: heading.unit,
      columns: table.columns,
      rows: readRows(
        table.grid,
        table.columns,
        table.header.rows,
        table.spots,
        table.style === 'none' ? usual : table.style,
      ),
    }
  })
}

/** How the tables that tell write thousands, when they agree. */
function usualStyle(styles: readonly ReadColumn['style'][]): ReadColumn['style'] {
  const telling = new Set(styles.filter((style) => style === 'dots' || style === 'commas'))
  const [only, ...more] = telling
  return only !== undefined && more.length === 0 ? only : 'none'
}

type Joined = {
  readonly blocks: readonly number[]
  readonly header: Header
  readonly grid: Grid
  readonly spots: readonly RowSpot[]
  readonly caption: string
}

function joinTables(blocks: readonly Block[]): readonly Joined[] {
  const joined: Joined[] = []
  let open = false
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      // A page number, or nothing, may stand between the two halves of a table.
      if (!/^[\s\d/–-]*$/.test(block.text)) open = false
      continue
    }
    const part = partOf(block, at)
    const last = joined.at(-1)
    const continued = open && last ? join(last, part) : null
    if (continued) joined[joined.length - 1] = continued
    else joined.push(part)
    open = true
  }
  return joined
}

function partOf(table: Table, block: number): Joined {
  const grid = gridOf(table)
  return {
    blocks: [block],
    header: readHeader(table, grid),
    grid,
    spots: grid.map((_, row) => ({ block, row })),
    caption: table.caption ?? '',
  }
}

/** The two as one table, or `null` when the second is a table of its own. */
function join(first: Joined, second: Joined): Joined | null {
  const width = first.grid[0]?.length ?? 0
  if (width !== (second.grid[0]?.length ?? 0)) return null
  const repeated = sameHeader(first, second)
  if (second.header.rows > 0 && !repeated) return isContinuedText(first, second) ? glue(first, second, 0) : null
  return glue(first, second, repeated ? second.header.rows : 0)
}

function sameHeader(first: Joined, second: Joined): boolean {
  if (second.header.rows === 0 || second.header.rows !== first.header.rows) return false
  const said = ({ grid, header }: Joined) =>
    grid
      .slice(0, header.rows)
      .map((line) =>
        filledCells(line)
          .map(({ text }) => fold(text))
          .join('|'),
      )
      .join('/')
  return said(first) === said(second)
}

/** A part without figures that begins in the middle of a row: its first place is empty and the header above speaks for it. */
function isContinuedText(first: Joined, second: Joined): boolean {
  return (
    first.header.rows > 0 &&
    textAt(second.grid, 0, 0) === '' &&
    readOrder(textAt(first.grid, first.grid.length - 1, 0)) !== null
  )
}

function glue(first: Joined, second: Joined, skip: number): Joined {
  const rest = second.grid.slice(skip)
  const spots = second.spots.slice(skip)
  const broken = continuesRow(first, rest)
  const last = first.grid.at(-1)
  const grid = broken && last ? [...first.grid.slice(0, -1), mended(last, rest[0] ?? [])] : first.grid
  const from = broken ? 1 : 0
  return {
    ...first,
    blocks: [...first.blocks, ...second.blocks],
    grid: [...grid, ...rest.slice(from)],
    spots: [...first.spots, ...spots.slice(from)],
  }
}

/** A row without number, in a table that numbers its rows, carries on the row before the page break. */
function continuesRow(first: Joined, rest: Grid): boolean {
  const [line] = rest
  const last = first.grid.length - 1
  if (!line || last < first.header.rows || textAt(rest, 0, 0) !== '') return false
  const texts = filledCells(line).map(({ text }) => text)
  return (
    readOrder(textAt(first.grid, last, 0)) !== null &&
    texts.length > 0 &&
    !texts.some((text) => /^[\d.,%\s]+$/.test(text))
  )
}

function mended(line: readonly (Cell | null)[], more: readonly (Cell | null)[]): readonly (Cell | null)[] {
  return line.map((cell, column) => {
    const next = more[column]
    if (!next || next.text.trim() === '') return cell
    return cell ? { ...cell, text: `${cell.text.trimEnd()} ${next.text.trimStart()}` } : next
  })
}
