import { Text, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, type ReactNode, useRef, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import classes from './data-table.module.css'
import type { Column } from './data-table-column.ts'
import { headerRows } from './data-table-header.ts'
import { useRowKeys } from './data-table-keys.ts'
import { type Sort, sortRows } from './data-table-sort.ts'
import { EmptyState } from './empty-state.tsx'
import { Lines } from './loaded.tsx'
import { ProblemAlert } from './problem.tsx'
import { useDensity } from './theme-state.tsx'
import { useWords } from './words.ts'

/** Short tables are drawn whole, so that they print and can be searched on the page. */
const DRAWN_WHOLE = 60
/** So few rows never scroll inside the page. */
const FEW = 15

type Props<Row> = {
  /** What the table holds: its accessible name. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly onOpen?: (row: Row) => void
  readonly state?: 'ready' | 'loading'
  readonly problem?: unknown
  readonly empty?: ReactNode
  /** Height in pixels at which the table begins to scroll. */
  readonly height?: number
  /** On a narrow screen: scroll sideways, or one card per row. */
  readonly phone?: 'scroll' | 'cards'
  readonly startSort?: Sort
  readonly footer?: ReactNode
}

/** A table of any length: only the rows in sight are drawn, the header stays, arrow keys walk. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, state = 'ready', problem, empty, phone = 'scroll', footer } = props
  const words = useWords()
  const narrow = useMediaQuery('(max-width: 48em)')
  const [sort, setSort] = useState<Sort | null>(props.startSort ?? null)
  const sorted = sortRows(rows, columns, sort)

  if (problem) return <ProblemAlert problem={problem} />
  if (state === 'loading' && rows.length === 0) return <Lines count={8} />
  if (rows.length === 0) return empty ?? <EmptyState title={words.nothing} />
  return (
    <div className={classes.box}>
      {narrow && phone === 'cards' ? (
        <Cards {...props} rows={sorted} />
      ) : (
        <Grid {...props} rows={sorted} sort={sort} onSort={setSort} />
      )}
      <div className={classes.foot} aria-live="polite">
        <Text size="xs" c="dimmed">
          {words.rows(formatNumber(rows.length))} · {label}
        </Text>
        {footer}
      </div>
    </div>
  )
}

type GridProps<Row> = Props<Row> & { readonly sort: Sort | null; readonly onSort: (sort: Sort | null) => void }

function Grid<Row>({ label, columns, rows, rowKey, onOpen, height = 560, sort, onSort }: GridProps<Row>) {
  const region = useRef<HTMLDivElement>(null)
  const { density } = useDensity()
  const rowHeight = density === 'dense' ? 34 : 46
  // The compiler must not memoise around the virtualizer; nothing here relies on that it does.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => region.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rowKey(rows[index] as Row),
    overscan: rows.length <= DRAWN_WHOLE ? DRAWN_WHOLE : 4,
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const head = headerRows(columns)
  const { walk, setCurrent, current } = useRowKeys({ count: rows.length, scrollTo: virtual.scrollToIndex, region })

  return (
    <section
      ref={region}
      className={classes.region}
      style={rows.length > FEW ? { maxHeight: height } : undefined}
      aria-label={label}
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table} aria-rowcount={rows.length + head.length} aria-label={label}>
        <Columns columns={columns} />
        <Head rows={head} sort={sort} onSort={onSort} />
        <tbody>
          {before > 0 && <Gap height={before} span={columns.length} />}
          {items.map(({ index, key }) => (
            <Line
              key={key}
              measure={virtual.measureElement}
              index={index}
              headRows={head.length}
              row={rows[index] as Row}
              columns={columns}
              isStop={index === current}
              walk={walk}
              onStop={setCurrent}
              {...(onOpen && { onOpen })}
            />
          ))}
          {after > 0 && <Gap height={after} span={columns.length} />}
        </tbody>
      </table>
    </section>
  )
}

type LineProps<Row> = {
  readonly measure: (line: HTMLTableRowElement | null) => void
  readonly index: number
  readonly headRows: number
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  /** The one row that the Tab key reaches. */
  readonly isStop: boolean
  readonly walk: (event: KeyboardEvent, from: number) => void
  readonly onStop: (index: number) => void
  readonly onOpen?: (row: Row) => void
}

/** One row; drawn again only when it changes, so that scrolling stays smooth. */
const Line = memo(function Line<Row>(props: LineProps<Row>) {
  const { measure, index, headRows, row, columns, isStop, walk, onStop, onOpen } = props
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') onOpen?.(row)
    else walk(event, index)
  }
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + headRows + 1}
      className={classes.row}
      data-odd={index % 2 === 1 || undefined}
      {...(onOpen && {
        'data-opens': true,
        tabIndex: isStop ? 0 : -1,
        onFocus: () => onStop(index),
        onClick: (event) => !isControl(event.target) && onOpen(row),
        onKeyDown,
      })}
    >
      {columns.map((column, place) => (
        <Cell key={column.key} column={column} left={leftOf(columns, place)}>
          {column.cell(row)}
        </Cell>
      ))}
    </tr>
  )
}) as <Row>(props: LineProps<Row>) => ReactNode

function Columns<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <colgroup>
      {columns.map(({ key, width }) => (
        <col key={key} {...(width && { style: { width } })} />
      ))}
    </colgroup>
  )
}

type HeadProps<Row> = Pick<GridProps<Row>, 'sort' | 'onSort'> & { readonly rows: ReturnType<typeof headerRows<Row>> }

function Head<Row>({ rows, sort, onSort }: HeadProps<Row>) {
  return (
    <thead className={classes.head}>
      {rows.map((cells, level) => (
        // The levels of a header never change places.
        <tr key={`level-${level}`} aria-rowindex={level + 1}>
          {cells.map(({ key, label, colSpan, rowSpan, column, left }) => (
            <th
              key={key}
              scope={colSpan > 1 ? 'colgroup' : 'col'}
              colSpan={colSpan}
              rowSpan={rowSpan}
              data-align={colSpan > 1 ? 'center' : (column?.align ?? 'start')}
              {...(column?.pinned && { 'data-pinned': true, style: { left } })}
              {...(column && sort?.key === column.key && { 'aria-sort': sort.descending ? 'descending' : 'ascending' })}
            >
              {column?.sortBy ? (
                <SortButton label={label} column={column.key} sort={sort} onSort={onSort} />
              ) : (
                <span className={classes.plain}>{label}</span>
              )}
            </th>
          ))}
        </tr>
      ))}
    </thead>
  )
}

type SortButtonProps = Pick<GridProps<never>, 'sort' | 'onSort'> & { readonly label: string; readonly column: string }

function SortButton({ label, column, sort, onSort }: SortButtonProps) {
  const own = sort?.key === column ? sort : null
  const next =
    own === null ? { key: column, descending: false } : own.descending ? null : { key: column, descending: true }
  const Icon = own === null ? IconArrowsSort : own.descending ? IconArrowDown : IconArrowUp
  return (
    <UnstyledButton className={classes.sort} onClick={() => onSort(next)} data-active={own !== null || undefined}>
      {label}
      <Icon size={13} aria-hidden />
    </UnstyledButton>
  )
}

type CellProps<Row> = { readonly column: Column<Row>; readonly left: number; readonly children: ReactNode }

function Cell<Row>({ column, left, children }: CellProps<Row>) {
  return (
    <td
      data-align={column.align ?? 'start'}
      data-free={(column.width === undefined && column.align === undefined) || undefined}
      {...(column.pinned && { 'data-pinned': true, style: { left } })}
    >
      {children}
    </td>
  )
}

/** Room for the rows that are not drawn. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

/** Rows as cards on a narrow screen, a page of them at a time. */
function Cards<Row>({ label, columns, rows, rowKey, onOpen }: Props<Row>) {
  const words = useWords()
  const [shown, setShown] = useState(30)
  return (
    <>
      <ul className={classes.cards} aria-label={label}>
        {rows.slice(0, shown).map((row) => (
          <li key={rowKey(row)} className={classes.card}>
            <dl>
              {columns.map((column) => (
                <div key={column.key}>
                  <dt>{column.group ? `${column.group} · ${column.label}` : column.label}</dt>
                  <dd>{column.cell(row)}</dd>
                </div>
              ))}
            </dl>
            {onOpen && (
              <UnstyledButton className={classes.cardOpen} onClick={() => onOpen(row)}>
                {words.openRow} ›
              </UnstyledButton>
            )}
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <UnstyledButton className={classes.more} onClick={() => setShown(shown + 60)}>
          {words.more(formatNumber(rows.length - shown))}
        </UnstyledButton>
      )}
    </>
  )
}

function leftOf<Row>(columns: readonly Column<Row>[], place: number): number {
  return columns.slice(0, place).reduce((sum, { width = 0, pinned }) => sum + (pinned ? width : 0), 0)
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, select, textarea, label') !== null
}
