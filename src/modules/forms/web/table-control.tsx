import { type ClipboardEvent, Fragment, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { FieldShell } from '#ui/field-shell.tsx'
import { useMessages } from '#ui/language.tsx'
import type { Trouble } from '../domain/answer.ts'
import { mostOf } from '../domain/definition.ts'
import { cellsOf, pasteInto } from '../domain/paste.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import { type ControlProps, useFilling } from './form-context.ts'
import classes from './form-view.module.css'
import { TableFoot, TableHead } from './table-frame.tsx'
import { type Row, TableRow } from './table-row.tsx'
import { cellOf, useCells } from './use-cells.ts'

const HEIGHT = 460

/** A table that is typed or pasted in; however long it is, the rows in sight alone are drawn. */
export function TableControl({
  field,
  raw,
  label,
  hint,
  required,
  error,
  onChange,
  troubles,
}: ControlProps & { readonly troubles: readonly Trouble[] }) {
  const m = useMessages({ vi, en })
  const { store } = useFilling()
  const region = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const rows = useMemo(() => (Array.isArray(raw) ? (raw as readonly Row[]) : []), [raw])
  const current = useRef(rows)
  useLayoutEffect(() => {
    current.current = rows
  })
  const most = mostOf(field)
  const kept = store.evaluation().values.get(field.name)
  const keptRows = Array.isArray(kept) ? (kept as readonly Row[]) : []
  const cells = useMemo(() => Map.groupBy(troubles, ({ path }) => path.split('.').slice(0, 2).join('.')), [troubles])
  const change = useCallback(
    (at: number, column: string, value: unknown) => {
      const next = [...current.current]
      const row = { ...next[at] }
      if (value === null) delete row[column]
      else row[column] = value
      next[at] = row
      onChange(next)
    },
    [onChange],
  )
  const remove = useCallback(
    (at: number) => {
      const left = current.current.filter((_, index) => index !== at)
      onChange(left.length > 0 ? left : null)
    },
    [onChange],
  )
  const typed = useMemo(() => field.columns.filter(({ value }) => value === null), [field.columns])
  const add = () => {
    const { length } = current.current
    if (length >= most) return
    onChange([...current.current, {}])
    requestAnimationFrame(() => focus({ row: length, column: 0 }))
  }
  const { virtual, focus, onKeyDown, onFocus } = useCells({
    region,
    rows: rows.length,
    columns: typed.length,
    onMore: add,
  })
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    const at = cellOf(event.target)?.at ?? { row: 0, column: 0 }
    event.preventDefault()
    const grid = cellsOf(text)
    const pasted = pasteInto(rows, field.columns, { ...at, cells: grid, most })
    onChange(pasted.rows)
    store.touch(field.name)
    const done = m.pasted(formatNumber(grid.length - pasted.left))
    setSaid(pasted.left > 0 ? `${done} ${m.notPasted(formatNumber(pasted.left))}` : done)
  }
  const items = virtual.getVirtualItems()
  const span = field.columns.length + 2
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const wrong = troubles.filter(({ severity, path }) => severity === 'error' && path !== field.name)
  const goTo = (path: string) => {
    const [, row = '0', name] = path.split('.')
    const column = typed.findIndex((one) => one.name === name)
    focus({ row: Number(row), column: Math.max(0, column) })
  }
  return (
    <FieldShell id={null} label={label} hint={hint ?? m.pasteHint} error={error} required={required}>
      {/* The keys are those of the cells inside, which are boxes and lists. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={region}
        className={classes.region}
        style={{ maxHeight: HEIGHT }}
        aria-label={label}
        onPaste={paste}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        // A region that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table className={classes.table} aria-rowcount={rows.length + 1} aria-label={label}>
          <TableHead columns={field.columns} />
          <tbody>
            {items.map(({ index, start }, drawn) => {
              const skipped = start - (items[drawn - 1]?.end ?? 0)
              return (
                <Fragment key={index}>
                  {skipped > 0 && <Gap height={skipped} span={span} />}
                  <TableRow
                    field={field}
                    index={index}
                    row={rows[index] ?? NO_ROW}
                    kept={keptRows[index]}
                    troubles={cells.get(`${field.name}.${index}`)}
                    onCell={change}
                    onRemove={remove}
                  />
                </Fragment>
              )
            })}
            {after > 0 && <Gap height={after} span={span} />}
          </tbody>
        </table>
      </section>
      <TableFoot
        name={field.name}
        rows={rows.length}
        isFull={rows.length >= most}
        said={said}
        wrong={wrong.length}
        first={wrong[0]}
        onAdd={add}
        onWrong={goTo}
      />
    </FieldShell>
  )
}

const NO_ROW: Row = {}

/** Room for rows that are not drawn. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
