import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './heat-map.module.css'
import { LinkTo } from './link.tsx'

type Tone = 'none' | 'neutral' | 'good' | 'warning' | 'bad' | 'lamp' | 'info' | 0 | 1 | 2 | 3 | 4
type Line = { readonly key: string; readonly label: string }

type Cell = {
  /** A meaning, or a step 0–4 of little to much. */
  readonly tone: Tone
  /** Short words or a sign inside: never colour alone. */
  readonly text: ReactNode
  /** The whole sentence, for the title and for screen readers. */
  readonly label: string
  readonly to?: string
  readonly onOpen?: () => void
}

type Props = {
  readonly label: string
  readonly rows: readonly Line[]
  readonly columns: readonly Line[]
  readonly rowHead?: string
  readonly cell: (row: string, column: string) => Cell | null
  readonly legend?: readonly { readonly tone: Tone; readonly text: ReactNode; readonly label: string }[]
}

/** A table whose cells are coloured by what they say: completeness, status, degree. */
export function HeatMap({ label, rows, columns, rowHead = '', cell, legend = [] }: Props) {
  return (
    <div>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={classes.region} aria-label={label} tabIndex={0}>
        <table className={classes.table} aria-label={label}>
          <thead>
            <tr>
              {rowHead ? (
                <th scope="col" className={classes.corner}>
                  {rowHead}
                </th>
              ) : (
                // oxlint-disable-next-line jsx-a11y/control-has-associated-label
                <td className={classes.corner} />
              )}
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {columns.map((column) => (
                  <Square key={column.key} cell={cell(row.key, column.key)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {legend.length > 0 && (
        <ul className={classes.legend}>
          {legend.map((entry) => (
            <li key={entry.label}>
              <span className={classes.square} data-tone={entry.tone} aria-hidden="true">
                {entry.text}
              </span>
              {entry.label}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Square({ cell }: { readonly cell: Cell | null }) {
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label
  if (!cell) return <td />
  const face = { className: classes.square ?? '', 'data-tone': cell.tone, 'aria-label': cell.label, title: cell.label }
  if (cell.to)
    return (
      <td>
        <LinkTo to={cell.to} underline="never" {...face}>
          {cell.text}
        </LinkTo>
      </td>
    )
  if (cell.onOpen)
    return (
      <td>
        <button type="button" {...face} onClick={cell.onOpen}>
          {cell.text}
        </button>
      </td>
    )
  return (
    <td>
      <span className={face.className} data-tone={cell.tone} title={cell.label} aria-hidden="true">
        {cell.text}
      </span>
      <VisuallyHidden>{cell.label}</VisuallyHidden>
    </td>
  )
}
