import type { Block, Cell, ReportDocument, Table } from '#modules/auditor/domain/document.ts'
import type { Spot } from '#modules/auditor/domain/finding.ts'
import type { Draft, DraftParagraph, DraftTable, Piece } from './draft.ts'
import { textOf, textOfPieces } from './draft.ts'

/** The draft as a document, as a reader of files would hand it on; every mark learns its spot. */
export function print(draft: Draft, name: string): ReportDocument {
  const blocks: Block[] = []
  for (const block of draft.blocks) {
    if (block.kind === 'paragraph') blocks.push(printParagraph(block, blocks.length))
    else printTable(block, blocks)
  }
  return { name, format: 'own', blocks }
}

function printParagraph(paragraph: DraftParagraph, block: number): Block {
  placeMarks(paragraph.pieces, { block })
  const text = textOfPieces(paragraph.pieces)
  return {
    kind: 'paragraph',
    text,
    ...(paragraph.heading === undefined ? {} : { heading: paragraph.heading }),
    origin: {},
  }
}

function placeMarks(pieces: readonly Piece[], spot: Spot): void {
  let from = 0
  for (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : textOf(piece)
    if (typeof piece !== 'string') piece.spot = { ...spot, from, to: from + text.length }
    from += text.length
  }
}

function printTable(table: DraftTable, blocks: Block[]): void {
  const edges = [...table.cuts.map(({ after }) => after + 1), table.rows.length]
  let start = 0
  for (const [part, end] of edges.entries()) {
    const cut = table.cuts[part - 1]
    if (cut?.number) blocks.push({ kind: 'paragraph', text: cut.number, origin: {} })
    blocks.push(printPart(table, start, end, part === 0 || cut?.again === true, blocks.length))
    start = end
  }
}

function printPart(table: DraftTable, start: number, end: number, withHeader: boolean, block: number): Table {
  const header: Cell[][] = withHeader
    ? table.header.map((row) =>
        row.map(({ rowSpan, columnSpan, ...cell }) => ({
          ...cell,
          ...(rowSpan > 1 ? { rowSpan } : {}),
          ...(columnSpan > 1 ? { columnSpan } : {}),
          bold: true,
        })),
      )
    : []
  const rows: Cell[][] = [...header]
  const rest = table.rows[start - 1]?.broken
  if (rest) rows.push(lineOf(table.width, rows.length, (column) => (column === rest.column ? rest.rest : '')))
  for (const row of table.rows.slice(start, end)) {
    const at = rows.length
    for (const [column, cell] of row.cells.entries()) placeMarks(cell, { block, row: at, column })
    const bold = row.kind !== 'data'
    const text = textOfPieces(row.cells[0] ?? [])
    if (row.kind === 'section' && row.cells.every((cell, column) => column === 0 || cell.length === 0)) {
      rows.push([{ text, row: at, column: 0, columnSpan: table.width, bold }])
      continue
    }
    rows.push(lineOf(table.width, at, (column) => textOfPieces(row.cells[column] ?? []), bold))
  }
  return {
    kind: 'table',
    rows,
    width: table.width,
    ...(withHeader ? { headerRows: header.length } : {}),
    ...(table.caption === undefined ? {} : { caption: table.caption }),
    origin: {},
  }
}

function lineOf(width: number, row: number, text: (column: number) => string, bold = false): Cell[] {
  return Array.from({ length: width }, (_, column) => ({ text: text(column), row, column, ...(bold ? { bold } : {}) }))
}
