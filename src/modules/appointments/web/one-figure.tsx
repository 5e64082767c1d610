import { Figure } from '#ui/figure.tsx'
import { type Counts, type FigureColumn, partsOf, valueOf } from './figure-columns.ts'

type OneProps = {
  readonly column: FigureColumn
  readonly counts: Counts
  readonly label: string
  readonly size?: 'cell' | 'large'
  readonly onOpen?: () => void
}

/** One number; it opens unless there is nothing behind it. */
export function OneFigure({ column, counts, label, size = 'cell', onOpen }: OneProps) {
  const [top, bottom] = partsOf(column, counts)
  const shared = { label, size, ...(onOpen && top > 0 && { onOpen }) }
  if (column.form === 'share') return <Figure {...shared} form="percent" numerator={top} denominator={bottom} />
  return <Figure {...shared} value={valueOf(column, counts)} decimals={column.form === 'mean' ? 1 : 0} />
}
