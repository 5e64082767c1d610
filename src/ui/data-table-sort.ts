import { compareVi } from '#kernel/text.ts'

export type Sort = { readonly key: string; readonly descending: boolean }

type Sortable<Row> = { readonly key: string; readonly sortBy?: (row: Row) => string | number | null }

/** The rows in the order asked for; rows without a value stand last whichever the direction. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const by = sort && columns.find(({ key }) => key === sort.key)?.sortBy
  if (!sort || !by) return rows
  const direction = sort.descending ? -1 : 1
  return [...rows].sort((a, b) => {
    const x = by(a)
    const y = by(b)
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0)
    return direction * (typeof x === 'number' && typeof y === 'number' ? x - y : compareVi(String(x), String(y)))
  })
}
