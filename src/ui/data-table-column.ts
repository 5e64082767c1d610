import type { ReactNode } from 'react'

/** A column of a `DataTable`. */
export type Column<Row> = {
  readonly key: string
  readonly label: string
  /** Neighbouring columns of one group stand under a merged heading. */
  readonly group?: string
  readonly width?: number
  readonly align?: 'start' | 'end' | 'center'
  readonly cell: (row: Row) => ReactNode
  readonly sortBy?: (row: Row) => string | number | null
  /** Stays in sight while the table scrolls sideways (first columns only). */
  readonly pinned?: boolean
}
