import type { FilledRow, FilledTable } from '../domain/filled.ts'
import classes from './paper.module.css'
import { type Hands, Runs } from './paper-runs.tsx'

/** A table of the document with its merged headings; wide ones scroll inside the paper. */
export function PaperTable({ table, hands }: { readonly table: FilledTable; readonly hands: Hands }) {
  const name = table.caption || table.header[0]?.map(({ text }) => text).join(', ') || table.key
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0)
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scroll} aria-label={name} tabIndex={0}>
      <table className={classes.table}>
        {table.caption && <caption>{table.caption}</caption>}
        <colgroup>
          {table.columns.map(({ key, width }) => (
            <col key={key} style={{ width: `${(100 * width) / whole}%` }} />
          ))}
        </colgroup>
        <thead>
          {table.header.map((cells, level) => (
            <tr key={`${level} ${cells[0]?.text ?? ''}`}>
              {cells.map(({ text, column, columns, rows }) => (
                <th key={column} colSpan={columns} rowSpan={rows} scope={columns > 1 ? 'colgroup' : 'col'}>
                  {text}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            <Row key={`${place} ${row.key}`} row={row} hands={hands} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row, hands }: { readonly row: FilledRow; readonly hands: Hands }) {
  return (
    <tr>
      {row.cells.map(({ runs, align, bold, span = 1, editable }, place) => (
        <td
          key={`${place} ${row.key}`}
          colSpan={span}
          style={{ textAlign: align, fontWeight: bold ? 700 : 400 }}
          {...(editable && { id: `cell-${editable}` })}
        >
          <Runs runs={runs} hands={hands} />
          {editable && hands.cell?.(editable)}
        </td>
      ))}
    </tr>
  )
}
