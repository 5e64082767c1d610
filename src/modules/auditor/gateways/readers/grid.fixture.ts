import fc from 'fast-check'

export type GridCell = {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

type Wish = { readonly text: string; readonly rowSpan: number; readonly columnSpan: number }

/** Any full grid of cells, some covering several rows and columns; each text is there, and is plain letters or a number. */
export const anyGrid = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 7 }),
    fc.array(
      fc.record({
        text: fc.stringMatching(/^(?:[a-zđơưệ]{1,6}|\d{1,3}\.\d{3}|\d{1,2},\d%)$/),
        rowSpan: fc.integer({ min: 1, max: 3 }),
        columnSpan: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 42, maxLength: 42 },
    ),
  )
  .map(([width, height, wishes]) => ({ width, rows: laid(width, height, wishes) }))

/** The wishes laid from the left top, each as large as the room that is left allows. */
function laid(width: number, height: number, wishes: readonly Wish[]): GridCell[][] {
  const taken = Array.from({ length: height }, () => Array.from({ length: width }, () => false))
  const rows: GridCell[][] = Array.from({ length: height }, () => [])
  let next = 0
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (taken[row]?.[column]) continue
      const wish = wishes[next++ % wishes.length] ?? { text: 'a', rowSpan: 1, columnSpan: 1 }
      const free = taken[row]?.indexOf(true, column) ?? -1
      const columnSpan = Math.min(wish.columnSpan, (free === -1 ? width : free) - column)
      const rowSpan = Math.min(wish.rowSpan, height - row)
      for (let down = 0; down < rowSpan; down++) taken[row + down]?.fill(true, column, column + columnSpan)
      rows[row]?.push({ text: wish.text, row, column, rowSpan, columnSpan })
    }
  }
  return rows
}
