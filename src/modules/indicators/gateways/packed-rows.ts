import type { GridCell, GridRow } from '../domain/grid.ts'

/**
 * Rows as they travel between processes: each different cell once, and numbers for where it stands. Copying a million small objects
 * from process to process takes longer than reading them out of the file.
 */
export type PackedRows = {
  readonly cells: readonly GridCell[]
  readonly numbers: Uint32Array<ArrayBuffer>
  /** How many cells each row has. */
  readonly widths: Uint32Array<ArrayBuffer>
  /** All rows' cells one after another: the place in `cells` from 1; 0 is an empty cell. */
  readonly places: Uint32Array<ArrayBuffer>
}

/** The rows in the form that travels. */
export function packRows(rows: readonly GridRow[]): PackedRows {
  const cells: GridCell[] = []
  const known = new Map<GridCell['kind'], Map<string, number>>()
  const placeOf = (cell: GridCell): number => {
    const ofKind = known.get(cell.kind) ?? new Map<string, number>()
    if (ofKind.size === 0) known.set(cell.kind, ofKind)
    const place = ofKind.get(cell.text) ?? cells.push(cell)
    ofKind.set(cell.text, place)
    return place
  }
  const places = new Uint32Array(rows.reduce((sum, row) => sum + row.cells.length, 0))
  let next = 0
  for (const row of rows) for (const cell of row.cells) places[next++] = cell ? placeOf(cell) : 0
  return {
    cells,
    numbers: Uint32Array.from(rows, ({ number }) => number),
    widths: Uint32Array.from(rows, (row) => row.cells.length),
    places,
  }
}

/** The rows that were packed; equal cells are one and the same. */
export function unpackRows({ cells, numbers, widths, places }: PackedRows): GridRow[] {
  const rows: GridRow[] = []
  let start = 0
  for (const [index, number] of numbers.entries()) {
    const end = start + (widths[index] ?? 0)
    rows.push({ number, cells: Array.from(places.subarray(start, end), (place) => cells[place - 1]) })
    start = end
  }
  return rows
}
