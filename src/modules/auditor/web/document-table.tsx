import { useMemo } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useMessages } from '#ui/language.tsx'
import type { Table } from '../domain/document.ts'
import classes from './document.module.css'
import { MarkedWords } from './marked-words.tsx'
import { type Chosen, cellKey, type Mark, marksByCell } from './marks.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { columnLetters, type GridCell, gridOf } from './table-grid.ts'

/** Pixels that a letter of the table takes, and the edges of a cell. */
const LETTER = 8
const EDGES = 14
/** Below this width a table scrolls rather than put one word under the other. */
const NARROWEST = 600
/** Figures stand under each other; words do not. */
const FIGURE = /^[\d.,\s%()/+–-]*\d[\d.,\s%()/+–-]*$/

type Props = {
  readonly block: number
  readonly table: Table
  readonly number: number
  readonly rows: { readonly from: number; readonly to: number }
  readonly marks: readonly Mark[]
  readonly chosen: Chosen | null
  readonly onChoose: (id: string) => void
}

/** Some rows of a table with its merged cells; wide ones scroll inside the paper. */
export function DocumentTable({ block, table, number, rows, marks, chosen, onChoose }: Props) {
  const m = useMessages({ vi, en })
  const grid = useMemo(() => gridOf(table), [table])
  const widths = useMemo(() => columnLetters(table).map((letters) => letters * LETTER + EDGES), [table])
  const cells = useMemo(() => marksByCell(table, marks), [table, marks])
  const whole = widths.reduce((sum, one) => sum + one, 0)
  const isPart = rows.to - rows.from < table.rows.length
  const name = isPart
    ? m.tableRows(formatNumber(number), formatNumber(rows.from + 1), formatNumber(rows.to))
    : m.tableNumber(formatNumber(number))
  const proof = proofIn(table, block, chosen)
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scroll} aria-label={name} tabIndex={0}>
      <table className={classes.table} style={{ minWidth: Math.min(whole, NARROWEST) }} data-block={block}>
        {table.caption && rows.from === 0 && <caption>{table.caption}</caption>}
        <colgroup>
          {widths.map((wide, column) => (
            // Columns have no name but their place.
            <col key={`column-${column}`} style={{ width: `${(100 * wide) / whole}%` }} />
          ))}
        </colgroup>
        <tbody>
          {grid.slice(rows.from, rows.to).map((cellsOfRow, place) => {
            const row = rows.from + place
            return (
              <tr key={row}>
                {cellsOfRow.map((one) => (
                  <TableCell
                    key={one.column}
                    place={one}
                    isHeader={row < (table.headerRows ?? 0)}
                    marks={cells.get(`${row}.${one.column}`)}
                    proof={proof.get(`${row}.${one.column}`)}
                    chosen={chosen?.id ?? null}
                    onChoose={onChoose}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

type Proof = { readonly confirms: boolean; readonly to: string | null }

/** The cells of this table that confirm the chosen finding's correction, and those that it changes. */
function proofIn(table: Table, block: number, chosen: Chosen | null): ReadonlyMap<string, Proof> {
  const proof = new Map<string, Proof>()
  for (const spot of chosen?.confirmedBy ?? []) {
    if (spot.block === block) proof.set(cellKey(table, spot), { confirms: true, to: null })
  }
  for (const { spot, to } of chosen?.changes ?? []) {
    if (spot.block === block) proof.set(cellKey(table, spot), { confirms: false, to })
  }
  return proof
}

const NONE: readonly Mark[] = []

type CellProps = {
  readonly place: GridCell
  readonly isHeader: boolean
  readonly marks: readonly Mark[] | undefined
  readonly proof: Proof | undefined
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

function TableCell({ place, isHeader, marks, proof, chosen, onChoose }: CellProps) {
  const m = useMessages({ vi, en })
  const { cell, columns, rows } = place
  const text = cell?.text ?? ''
  const Name = isHeader && text !== '' ? 'th' : 'td'
  return (
    <Name
      {...(columns > 1 && { colSpan: columns })}
      {...(rows > 1 && { rowSpan: rows })}
      {...(Name === 'th' && { scope: columns > 1 ? 'colgroup' : 'col' })}
      data-figure={FIGURE.test(text) || undefined}
      data-bold={cell?.bold || undefined}
      data-confirms={proof?.confirms || undefined}
      data-hidden={cell?.hidden || undefined}
    >
      <MarkedWords text={text} marks={marks ?? NONE} chosen={chosen} onChoose={onChoose} />
      {cell?.hidden && text !== '' && (
        <span className={classes.hidden} lang={m.lang}>
          {m.hiddenCell}
        </span>
      )}
      {proof?.confirms && <span className={classes.confirms}>✓ {m.confirms}</span>}
      {proof?.to !== null && proof?.to !== undefined && <ins className={classes.change}>→ {proof.to}</ins>}
    </Name>
  )
}
