import { fold } from '#kernel/text.ts'
import type { ReportDocument } from '../document.ts'
import type { Knowledge } from '../knowledge.ts'
import { type Heading, readTables } from './read-tables.ts'
import type { ReadColumn, Reading, ReadParagraph, ReadTable, Statement } from './reading.ts'
import { readStatements } from './statement.ts'
import { readTextParts, titleLevel } from './text-reading.ts'

/** The document as understood. */
export function read(document: ReportDocument, knowledge: Knowledge): Reading {
  const text = readTextParts(document)
  const tables = readTables(document, headingsOf(text.paragraphs))
  const statements = [...text.statements, ...tables.flatMap(statementsOf)]
  return { document, knowledge, ...text, tables, statements: statements.toSorted(inDocumentOrder) }
}

function inDocumentOrder({ spot: a }: Statement, { spot: b }: Statement): number {
  return (
    a.block - b.block ||
    (a.row ?? 0) - (b.row ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    (a.from ?? 0) - (b.from ?? 0)
  )
}

const UNIT_LINE = /^\(?\s*(?:đơn vị tính|đvt|đơn vị)\s*:\s*([^)]{1,60})\)?\s*$/iu
/** How far above a table its title may stand. */
const REACH = 4

/** What stands above a block: its title, the sections it lies in, and the unit its numbers are given in. */
function headingsOf(paragraphs: readonly ReadParagraph[]): (block: number) => Heading {
  return (block) => {
    const above = paragraphs.filter(({ spot }) => spot.block < block && spot.block >= block - REACH - 2).slice(-REACH)
    const unit = above
      .map(({ text }) => UNIT_LINE.exec(text.trim())?.[1]?.trim())
      .findLast((found) => found !== undefined)
    const titled = above.findLast(({ text }) => !UNIT_LINE.test(text.trim()) && /\p{L}/u.test(text))
    const nearest = titled ?? paragraphs.findLast(({ spot }) => spot.block < block)
    if (!nearest) return { title: '', section: [], unit: unit ?? '' }
    const isTitle = titleLevel(nearest.text) !== null || nearest.text.length < 160
    return {
      title: isTitle ? nearest.text.replace(/\s+/g, ' ').trim() : (nearest.section.at(-1) ?? ''),
      section: isTitle ? [...nearest.section, nearest.text.trim()] : nearest.section,
      unit: unit ?? '',
    }
  }
}

/** The shares and fractions in the cells of a table, each about the thing its row names. */
function statementsOf(table: ReadTable): readonly Statement[] {
  return table.rows.flatMap((row, index) => {
    if (row.kind === 'header') return []
    return row.cells.flatMap((cell, column) => {
      if (cell.blank || !mayState(table.columns[column]) || cell.spot.column !== column) return []
      return readStatements(cell.text).map(
        (statement): Statement => ({
          ...statement,
          spot: cell.spot,
          subject: row.label || statement.subject,
          table: table.index,
          row: index,
        }),
      )
    })
  })
}

function mayState(column: ReadColumn | undefined): boolean {
  return column !== undefined && column.kind !== 'order' && column.kind !== 'label' && fold(column.header) !== 'ghi chu'
}
