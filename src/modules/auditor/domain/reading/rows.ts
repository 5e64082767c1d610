import { fold } from '#kernel/text.ts'
import { isTotalLabel } from '../lexicon/table-words.ts'
import { isBlank, readAmount, restyle } from './amount.ts'
import { filledCells, type Grid, isFullWidth } from './grid.ts'
import { type Order, readOrder, splitOrder } from './order.ts'
import type { ReadCell, ReadColumn, ReadRow, RowKind } from './reading.ts'

/** Where a row of the joined grid begins in the document. */
export type RowSpot = { readonly block: number; readonly row: number }

/** The rows of a table with their numbers, labels and places in the tree; header rows as well, so that indexes agree. */
export function readRows(
  grid: Grid,
  columns: readonly ReadColumn[],
  headerRows: number,
  spots: readonly RowSpot[],
  common: ReadColumn['style'],
): readonly ReadRow[] {
  const order = columns.find(({ kind }) => kind === 'order')?.index
  const label = columns.find(({ kind }) => kind === 'label')?.index
  const flat = grid.map((line, at): Bare => {
    const spot = spots[at] ?? { block: 0, row: at }
    const cells = line.map((cell, column) =>
      readCell(cell?.text ?? '', styleFor(columns[column], common), { ...spot, column: cell?.column ?? column }),
    )
    const named = nameRow(
      line.map((cell) => cell?.text.trim() ?? ''),
      order,
      label,
      isFullWidth(line),
    )
    const kind: RowKind = at < headerRows ? 'header' : kindOf(named, cells, columns, filledCells(line).length)
    return { spot: { ...spot, column: 0 }, kind, cells, ...named }
  })
  return withParents(flat)
}

type Bare = Omit<ReadRow, 'parent' | 'level' | 'order'> & { readonly order: Order | null }

function styleFor(column: ReadColumn | undefined, common: ReadColumn['style']): ReadColumn['style'] {
  return column === undefined || column.style === 'none' ? common : column.style
}

function readCell(text: string, style: ReadColumn['style'], spot: ReadCell['spot']): ReadCell {
  const blank = isBlank(text)
  const amount = blank ? null : readAmount(text)
  const styled = amount && style !== 'none' ? restyle(amount, style) : amount
  return { spot, text, amount: styled, blank }
}

function nameRow(
  texts: readonly string[],
  order: number | undefined,
  label: number | undefined,
  alone: boolean,
): { readonly order: Order | null; readonly label: string } {
  const whole = texts.find((text) => text !== '') ?? ''
  if (alone) {
    const split = splitOrder(whole)
    return split ? { order: split.order, label: split.rest } : { order: null, label: whole }
  }
  const own = order === undefined ? null : readOrder(texts[order] ?? '')
  const said = label === undefined ? '' : (texts[label] ?? '')
  if (own) return { order: own, label: said }
  // Total rows often span the order column: its text is the label then.
  const inOrder = order === undefined ? '' : (texts[order] ?? '')
  const words = said !== '' ? said : inOrder
  const split = order === undefined || inOrder === '' ? splitOrder(words) : null
  return split && split.order.style !== 'small-letter'
    ? { order: split.order, label: split.rest }
    : { order: null, label: words }
}

function kindOf(
  { order, label }: { readonly order: Order | null; readonly label: string },
  cells: readonly ReadCell[],
  columns: readonly ReadColumn[],
  filled: number,
): RowKind {
  const spoken = cells.filter(
    (cell, at) => !cell.blank && columns[at]?.kind !== 'order' && columns[at]?.kind !== 'label',
  )
  if (isTotalLabel(label) && (order === null || order.style !== 'number' || fold(label).startsWith('tong cong')))
    return 'total'
  if (spoken.length === 0 && (filled === 1 || order !== null)) return 'section'
  return 'data'
}

/** Each row under the nearest row above it of a higher level. Rows without a number stand under the last section. */
function withParents(rows: readonly Bare[]): readonly ReadRow[] {
  const open: { readonly index: number; readonly level: number }[] = []
  return rows.map(({ order, ...row }, index) => {
    const base = { ...row, order: order?.text ?? '' }
    if (row.kind === 'header') return { ...base, parent: null, level: 0 }
    if (row.kind === 'total') {
      open.length = 0
      return { ...base, parent: null, level: 0 }
    }
    const level = order?.level ?? (row.kind === 'section' ? 1 : 4)
    while ((open.at(-1)?.level ?? -1) >= level) open.pop()
    const parent = open.at(-1)?.index ?? null
    if (order !== null || row.kind === 'section') open.push({ index, level })
    return { ...base, parent, level }
  })
}
