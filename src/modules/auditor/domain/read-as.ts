import type { ReadColumn, Reading, ReadTable } from './reading/reading.ts'

/** How a table was understood, for whoever wants to know what the auditor saw. */
export type ReadAs = {
  readonly table: number
  readonly title: string
  readonly blocks: readonly number[]
  readonly dataRows: number
  readonly totalRows: number
  readonly columns: readonly ColumnReadAs[]
}

export type ColumnReadAs = {
  readonly header: string
  readonly mark: string | null
  readonly kind: ReadColumn['kind']
  readonly style: ReadColumn['style']
  /** How sure the reading of its marks is, 0 to 1. */
  readonly sure: number
  /** The formula of its header, when it has one that was understood. */
  readonly formula: string | null
}

/** Each table as it was understood. */
export function readAs({ tables }: Reading): readonly ReadAs[] {
  return tables.map((table) => ({
    table: table.index,
    title: table.title,
    blocks: table.blocks,
    dataRows: table.rows.filter(({ kind }) => kind === 'data').length,
    totalRows: table.rows.filter(({ kind }) => kind === 'total').length,
    columns: table.columns.map((column) => ({
      header: column.header,
      mark: column.mark,
      kind: column.kind,
      style: column.style,
      sure: styleSure(table, column),
      formula: column.formula?.text ?? null,
    })),
  }))
}

/**
 * How sure the marks of a column are read: a number that is grouped by three by chance is taken to be one in ten, so each such number
 * makes a wrong reading ten times less likely; a number that contradicts the style counts against it.
 */
export function styleSure(table: ReadTable, { index, style }: ReadColumn): number {
  if (style === 'none' || style === 'plain') return 1
  const texts = table.rows.flatMap(({ kind, cells }) => (kind === 'header' ? [] : [cells[index]?.text.trim() ?? '']))
  const mark = style === 'commas' ? ',' : '.'
  const marked = texts.filter((text) => /^\d[\d.,]*\d$/.test(text) && text.includes(mark))
  const grouped = marked.filter((text) =>
    text
      .split(mark)
      .slice(1)
      .every((group) => /^\d{3}\b/.test(group)),
  ).length
  const chance = 0.1 ** grouped
  const against = marked.length - grouped
  return Number((1 - chance / (chance + 0.5 ** against * (1 - chance) + 1e-12)).toFixed(3))
}
