import type { Cell, ReportDocument, Table } from '../domain/document.ts'
import type { Spot } from '../domain/finding.ts'

/** The whole text of the cell or paragraph that a spot means; empty when the document has no such place. */
export function textAt(document: ReportDocument, spot: Spot): string {
  const block = document.blocks[spot.block]
  if (!block) return ''
  if (block.kind === 'paragraph') return block.text
  return cellCovering(block, spot.row ?? 0, spot.column ?? 0)?.text ?? ''
}

/** The characters of that text that the spot means; all of it when it does not say. */
export function meantAt(document: ReportDocument, spot: Spot): string {
  return textAt(document, spot).slice(spot.from ?? 0, spot.to)
}

/** The cell that begins at a place of the table or reaches over it. */
export function cellCovering(table: Table, row: number, column: number): Cell | undefined {
  for (let above = Math.min(row, table.rows.length - 1); above >= 0; above--) {
    const found = table.rows[above]?.find(
      (cell) =>
        cell.column <= column && column < cell.column + (cell.columnSpan ?? 1) && row < above + (cell.rowSpan ?? 1),
    )
    if (found) return found
  }
  return undefined
}
