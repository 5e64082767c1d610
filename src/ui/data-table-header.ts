import type { Column } from './data-table-column.ts'

type HeaderCell<Row> = {
  readonly key: string
  readonly label: string
  readonly colSpan: number
  readonly rowSpan: number
  /** Absent above a group. */
  readonly column?: Column<Row>
  /** Pixels from the left edge where a pinned column stops. */
  readonly left: number
}

/** One row of heading cells, or two when columns are grouped: ungrouped columns then span both. */
export function headerRows<Row>(columns: readonly Column<Row>[]): readonly (readonly HeaderCell<Row>[])[] {
  const isGrouped = columns.some(({ group }) => group)
  const single = columns.map((column, place) => cellOf(columns, column, place, 1))
  if (!isGrouped) return [single]
  const above: HeaderCell<Row>[] = []
  columns.forEach((column, place) => {
    const last = above.at(-1)
    if (!column.group) above.push(cellOf(columns, column, place, 2))
    else if (last && !last.column && last.label === column.group) above[above.length - 1] = widened(last)
    else above.push({ key: `group-${column.key}`, label: column.group, colSpan: 1, rowSpan: 1, left: 0 })
  })
  return [above, single.filter(({ column }) => column?.group)]
}

function widened<Row>(cell: HeaderCell<Row>): HeaderCell<Row> {
  return { ...cell, colSpan: cell.colSpan + 1 }
}

function cellOf<Row>(
  columns: readonly Column<Row>[],
  column: Column<Row>,
  place: number,
  rowSpan: number,
): HeaderCell<Row> {
  const left = columns.slice(0, place).reduce((sum, { width = 0, pinned }) => sum + (pinned ? width : 0), 0)
  return { key: column.key, label: column.label, colSpan: 1, rowSpan, column, left }
}
