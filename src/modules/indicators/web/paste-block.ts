import { sameSpelling } from '#kernel/text.ts'

/** The rows and cells of a block copied from a spreadsheet: tabs between cells, quotes around cells with line breaks. */
export function readBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let place = 0; place < source.length; place++) {
    const letter = source[place] ?? ''
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (source[place + 1] === '"') {
        cell += '"'
        place++
      } else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === '\t') endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else cell += letter
  }
  endCell()
  return rows
}

/** Whether pasting must be spread over cells: one plain cell goes in as text. */
export function isBlock(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))
}

export type Place = { readonly row: number; readonly column: number }
export type Pasted = Place & { readonly text: string }
type Line = { readonly code: string; readonly names: readonly string[] }

/**
 * Where each pasted cell goes. A block whose first column names the table's lines (by code or name) is laid out by those names,
 * whatever their order; any other block goes cell by cell from where the cursor stands. `beyond` counts cells that fit nowhere.
 */
export function layOut(
  block: readonly (readonly string[])[],
  at: Place,
  table: { readonly lines: readonly Line[]; readonly columns: number },
): { readonly cells: readonly Pasted[]; readonly beyond: number; readonly matched: boolean } {
  const named = namedRows(block, table.lines)
  if (named) {
    const cells = named.flatMap(({ row, cells: texts }) =>
      texts.slice(0, table.columns).map((text, column) => ({ row, column, text })),
    )
    const given = block.reduce((sum, row) => sum + Math.max(0, row.length - 1), 0)
    return { cells, beyond: given - cells.length, matched: true }
  }
  const all = block.flatMap((row, down) =>
    row.map((text, right) => ({ row: at.row + down, column: at.column + right, text })),
  )
  const cells = all.filter(({ row, column }) => row < table.lines.length && column < table.columns)
  return {
    cells,
    beyond: all.filter(({ text }) => text !== '').length - cells.filter(({ text }) => text !== '').length,
    matched: false,
  }
}

/** The rows by the line their first cell names; `null` unless at least half of them (and two) do. */
function namedRows(block: readonly (readonly string[])[], lines: readonly Line[]) {
  if (block.every((row) => row.length < 2)) return null
  const places = new Map<string, number>()
  lines.forEach(({ code, names }, row) => {
    for (const name of [code, ...names]) places.set(sameSpelling(name), row)
  })
  const found = block.flatMap(([first = '', ...cells]) => {
    const row = places.get(sameSpelling(first))
    return row === undefined ? [] : [{ row, cells }]
  })
  return found.length * 2 >= block.length && found.length >= Math.min(2, lines.length) ? found : null
}
