import type { Block, ReportDocument } from './document.ts'
import type { Found } from './finding.ts'
import { NOTHING_KNOWN } from './knowledge.ts'
import { read } from './reading/read.ts'
import type { Rule } from './rule.ts'

/** A paragraph's text, or a grid of texts. */
export type Part = string | readonly (readonly string[])[]

/** A document of paragraphs (texts) and tables (grids of texts) for tests. */
export function documentOf(...parts: readonly Part[]): ReportDocument {
  return {
    name: 'test',
    format: 'text',
    blocks: parts.map((part) => (typeof part === 'string' ? paragraph(part) : table(part))),
  }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text, origin: {} }
}

function table(rows: readonly (readonly string[])[]): Block {
  return {
    kind: 'table',
    rows: rows.map((row, at) => row.map((text, column) => ({ text, row: at, column }))),
    width: Math.max(...rows.map((row) => row.length)),
    origin: {},
  }
}

/** What one rule finds in a document, with the texts of the accused cells. */
export function findingsOf(
  rule: Rule,
  document: ReportDocument,
): readonly (Found & { readonly quotes: readonly string[] })[] {
  return rule.check(read(document, NOTHING_KNOWN)).map((found) => ({
    ...found,
    quotes: found.spots.map(({ block, row, column }) => {
      const at = document.blocks[block]
      if (at?.kind !== 'table') return at?.text ?? ''
      return at.rows[row ?? 0]?.find((cell) => cell.column === column)?.text ?? ''
    }),
  }))
}
