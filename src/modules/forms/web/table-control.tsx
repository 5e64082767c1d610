import { Button, Group, Input, Text, VisuallyHidden } from '@mantine/core'
import { IconAlertCircle, IconPlus } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useLanguage, useMessages } from '#ui/language.tsx'
import type { Trouble } from '../domain/answer.ts'
import { mostOf, say } from '../domain/definition.ts'
import { cellsOf, pasteInto } from '../domain/paste.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import { type ControlProps, troubleText, useFilling } from './form-context.ts'
import classes from './form-view.module.css'
import { type Row, TableRow } from './table-row.tsx'

const ROW_HEIGHT = 42
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
  const { language } = useLanguage()
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
  // The compiler must not memoise around the virtualizer; nothing here relies on that it does.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => region.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  })
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
  const add = () => {
    onChange([...rows, {}])
    requestAnimationFrame(() => focusCell(region.current, rows.length, virtual.scrollToIndex))
  }
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    const target = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null
    const [row = '0', column = '0'] = target?.dataset.cell?.split(' ') ?? []
    event.preventDefault()
    const grid = cellsOf(text)
    const pasted = pasteInto(rows, field.columns, { row: Number(row), column: Number(column), cells: grid, most })
    onChange(pasted.rows)
    store.touch(field.name)
    const done = m.pasted(formatNumber(grid.length - pasted.left))
    setSaid(pasted.left > 0 ? `${done} ${m.notPasted(formatNumber(pasted.left))}` : done)
  }
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const wrong = troubles.filter(({ severity, path }) => severity === 'error' && path !== field.name)
  const goToWrong = () => {
    const at = Number(wrong[0]?.path.split('.')[1] ?? 0)
    focusCell(region.current, at, virtual.scrollToIndex, wrong[0]?.path)
  }
  return (
    <Input.Wrapper label={label} description={hint ?? m.pasteHint} error={error} required={required} labelElement="div">
      <section
        ref={region}
        className={classes.region}
        style={{ maxHeight: HEIGHT }}
        aria-label={label}
        onPaste={paste}
        // A region that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table className={classes.table} aria-rowcount={rows.length + 1} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{m.row}</th>
              {field.columns.map((column) => (
                <th key={column.name} scope="col" data-kind={column.kind}>
                  {say(column.label, language)}
                  {column.required && column.value === null ? ' *' : ''}
                </th>
              ))}
              <th scope="col">
                <VisuallyHidden>{m.removing}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {before > 0 && <Gap height={before} span={field.columns.length + 2} />}
            {items.map(({ index }) => (
              <TableRow
                key={index}
                field={field}
                index={index}
                row={rows[index] ?? {}}
                kept={keptRows[index]}
                troubles={cells.get(`${field.name}.${index}`)}
                onCell={change}
                onRemove={remove}
              />
            ))}
            {after > 0 && <Gap height={after} span={field.columns.length + 2} />}
          </tbody>
        </table>
      </section>
      <Group gap="sm" mt={8}>
        <Button
          variant="default"
          size="xs"
          name={field.name}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={add}
          disabled={rows.length >= most}
        >
          {m.addRow}
        </Button>
        <Text size="xs" c="dimmed" aria-live="polite">
          {m.rows(formatNumber(rows.length))}
          {said && ` · ${said}`}
        </Text>
        {wrong.length > 0 && (
          <Button
            variant="subtle"
            color="bad"
            size="compact-xs"
            leftSection={<IconAlertCircle size={14} aria-hidden />}
            onClick={goToWrong}
          >
            {`${m.cellsWrong(formatNumber(wrong.length))}: ${wrong[0] ? troubleText(store.form.definition, wrong[0], language) : ''} ${m.nextWrong}`}
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  )
}

/** Room for rows that are not drawn. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

/** Brings a row into sight and puts the cursor into its first cell, or the cell of a path (`hang.3.gia`). */
function focusCell(region: HTMLElement | null, row: number, scrollTo: (index: number) => void, path?: string) {
  scrollTo(row)
  requestAnimationFrame(() => {
    const cell = path && region?.querySelector<HTMLElement>(`[name="${CSS.escape(path)}"]`)
    const first = region?.querySelector<HTMLElement>(`[data-cell="${row} 0"]`)
    const target = cell || first
    target?.focus()
  })
}
