import type { DraftRow, DraftTable, HeaderCell, Mark, Piece, Slot } from './draft.ts'
import type { Maker } from './make.ts'

/** A column, or a group of columns under one header. `mark` and `formula` are printed as officials number columns. */
export type Column =
  | { readonly key: string; readonly title: string; readonly formula?: (mark: (key: string) => string) => string }
  | { readonly title: string; readonly of: readonly Column[] }

export type RowSpec = {
  readonly kind?: DraftRow['kind']
  /** What stands under each key; a column that is not named is blank. */
  readonly cells: Readonly<Record<string, CellSpec>>
}

/** Text, a number, several of both, or nothing (blank, as this report writes what is missing). */
export type CellSpec = string | Mark | readonly Piece[] | null

export type TableOptions = {
  readonly title?: string
  readonly columns: readonly Column[]
  readonly rows: readonly RowSpec[]
  /** `(1)` under or in the headers; decided by chance when absent. */
  readonly numbered?: boolean
  /** Never cut over pages. */
  readonly whole?: boolean
  /** The keys of columns without a number in a numbered table: TT and the name. */
  readonly unnumbered?: readonly string[]
}

/** Puts a table into the report, with its title above, in one of the layouts that officials use. */
export function table(make: Maker, options: TableOptions): void {
  const { chance } = make
  const leaves = leavesOf(options.columns)
  const hasFormula = leaves.some((leaf) => leaf.formula !== undefined)
  const numbered = options.numbered ?? (hasFormula || chance.yes(0.25))
  const way = numbered ? chance.pick(['own-row', 'in-header', 'own-row'] as const) : 'none'
  const marks = marksFor(leaves, options.unnumbered ?? ['tt', 'name'])
  const header = headerOf(options.columns, way === 'none' ? null : { way, marks, brackets: chance.yes(0.7) })
  const rows = options.rows.map((row) => ({
    kind: row.kind ?? ('data' as const),
    cells: leaves.map(({ key }) => slotOf(row.cells[key] ?? null)),
  }))
  const made: DraftTable = {
    kind: 'table',
    header,
    width: leaves.length,
    rows,
    cuts: options.whole ? [] : cutsFor(make, rows),
  }
  for (const [row, { cells }] of rows.entries())
    for (const [column, cell] of cells.entries())
      for (const piece of cell) if (typeof piece !== 'string') piece.at = { table: made, row, column }
  if (options.title) make.say(options.title)
  make.draft.blocks.push(made)
}

type Leaf = {
  readonly key: string
  readonly title: string
  readonly formula?: (mark: (key: string) => string) => string
}

function leavesOf(columns: readonly Column[]): Leaf[] {
  return columns.flatMap((column) => ('of' in column ? leavesOf(column.of) : [column]))
}

function slotOf(cell: CellSpec): Slot {
  if (cell === null || cell === '') return []
  return typeof cell === 'string' || !('length' in cell) ? [cell] : cell
}

function marksFor(leaves: readonly Leaf[], unnumbered: readonly string[]): ReadonlyMap<string, string> {
  let next = 1
  let letter = 'A'.charCodeAt(0)
  const mark = (key: string) => (unnumbered.includes(key) ? String.fromCharCode(letter++) : String(next++))
  return new Map(leaves.map(({ key }) => [key, mark(key)] as const))
}

type Numbering = {
  readonly way: 'own-row' | 'in-header'
  readonly marks: ReadonlyMap<string, string>
  readonly brackets: boolean
}

function headerOf(columns: readonly Column[], numbering: Numbering | null): HeaderCell[][] {
  const depth = depthOf(columns)
  const rows: HeaderCell[][] = Array.from({ length: depth }, () => [])
  const show = (key: string) => {
    const mark = numbering?.marks.get(key) ?? ''
    return numbering?.brackets && /\d/.test(mark) ? `(${mark})` : mark
  }
  const formulaOf = (leaf: Leaf) => {
    const of = leaf.formula?.(show)
    return of === undefined ? show(leaf.key) : `${show(leaf.key)}=${of}`
  }
  let column = 0
  const place = (of: readonly Column[], row: number) => {
    for (const one of of) {
      const from = column
      if ('of' in one) place(one.of, row + 1)
      else column++
      const leaf = 'of' in one ? null : one
      const inHeader = leaf && numbering?.way === 'in-header' && /\d/.test(show(leaf.key))
      rows[row]?.push({
        text: inHeader ? `${one.title} ${formulaOf(leaf)}` : one.title,
        row,
        column: from,
        rowSpan: leaf ? depth - row : 1,
        columnSpan: column - from,
      })
    }
  }
  place(columns, 0)
  if (numbering?.way === 'own-row') {
    rows.push(
      leavesOf(columns).map((leaf, index) => ({
        text: formulaOf(leaf),
        row: depth,
        column: index,
        rowSpan: 1,
        columnSpan: 1,
      })),
    )
  }
  return rows.map((row) => row.toSorted((a, b) => a.column - b.column))
}

function depthOf(columns: readonly Column[]): number {
  return Math.max(...columns.map((column) => ('of' in column ? 1 + depthOf(column.of) : 1)))
}

/** A page ends in some longer tables, now and then in the middle of a row's label. */
function cutsFor({ chance }: Maker, rows: DraftRow[]): DraftTable['cuts'] {
  if (rows.length < 8 || !chance.yes(0.35)) return []
  const after = chance.int(2, rows.length - 3)
  const row = rows[after]
  if (row?.kind === 'data' && chance.yes(0.35)) breakRow(row)
  return [{ after, again: chance.yes(0.5), number: chance.yes(0.4) ? String(chance.int(2, 9)) : null }]
}

function breakRow(row: DraftRow): void {
  const column = row.cells.findIndex((cell) => typeof cell[0] === 'string' && cell.length === 1 && cell[0].length > 24)
  const text = row.cells[column]?.[0]
  if (typeof text !== 'string') return
  const at = text.indexOf(' ', Math.floor(text.length / 2))
  if (at < 0) return
  ;(row.cells as Slot[])[column] = [text.slice(0, at)]
  row.broken = { column, rest: text.slice(at + 1) }
}
