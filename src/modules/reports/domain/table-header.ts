import type { HeaderCell } from './filled.ts'
import type { Column } from './template.ts'

/**
 * The header rows of a table, merged as printed forms are: neighbours under the same upper headings share one cell,
 * and a column with fewer headings than the deepest lets its last one reach to the bottom.
 */
export function headerRows(columns: readonly Pick<Column, 'headers'>[]): HeaderCell[][] {
  const depth = Math.max(...columns.map(({ headers }) => headers.length))
  return Array.from({ length: depth }, (_, row) => {
    const cells: HeaderCell[] = []
    for (let column = 0; column < columns.length; ) {
      const headers = columns[column]?.headers ?? []
      const text = headers[row]
      if (text === undefined) {
        column++
        continue
      }
      const last = row === headers.length - 1
      const width = last ? 1 : shared(columns, column, row)
      cells.push({ text, column, columns: width, rows: last ? depth - row : 1 })
      column += width
    }
    return cells
  })
}

/** How many columns from `from` on have the same headings down to `row`, and more below. */
function shared(columns: readonly Pick<Column, 'headers'>[], from: number, row: number): number {
  const path = (column: number) => columns[column]?.headers.slice(0, row + 1).join('\n')
  let end = from + 1
  while (end < columns.length && path(end) === path(from) && (columns[end]?.headers.length ?? 0) > row + 1) end++
  return end - from
}
