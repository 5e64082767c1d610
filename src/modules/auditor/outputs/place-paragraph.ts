import type { Block, ReportDocument } from '../domain/document.ts'
import type { Spot } from '../domain/finding.ts'
import { cellCovering } from './spot-text.ts'

/**
 * The paragraph of the Word file that a spot means: its own, that of the cell which covers it, else of another cell of the row or of
 * what stands above, so that no finding is lost when a reader could not say where something stood.
 */
export function paragraphOf(document: ReportDocument, spot: Spot): number {
  const block = document.blocks[spot.block]
  if (block?.kind === 'table') {
    const own = cellCovering(block, spot.row ?? 0, spot.column ?? 0)?.origin?.wordParagraph
    const beside = block.rows[spot.row ?? 0]?.find(({ origin }) => origin?.wordParagraph !== undefined)
    const known = own ?? beside?.origin?.wordParagraph
    if (known !== undefined) return known
  }
  for (let above = Math.min(spot.block, document.blocks.length - 1); above >= 0; above--) {
    const known = firstParagraph(document.blocks[above])
    if (known !== undefined) return known
  }
  return 1
}

function firstParagraph(block: Block | undefined): number | undefined {
  if (block?.kind !== 'table') return block?.origin.wordParagraph
  const cells = block.rows.flat()
  return (
    cells.find(({ origin }) => origin?.wordParagraph !== undefined)?.origin?.wordParagraph ?? block.origin.wordParagraph
  )
}
