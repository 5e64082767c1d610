import { useState } from 'react'
import type { Day } from '#kernel/calendar.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import type { FiguresOfCounters, SUM_BY } from '../contract.ts'
import { BehindFigure, type Opened } from './behind-figure.tsx'
import { FIGURE_COLUMNS, type FigureColumn } from './figure-columns.ts'
import { en } from './figures-messages.en.ts'
import { vi } from './figures-messages.vi.ts'
import { OneFigure } from './one-figure.tsx'

export type Row = FiguresOfCounters['rows'][number] & { readonly isTotal: boolean }
export type By = (typeof SUM_BY)[number]
export type Texts = typeof vi

/** How a row is called. */
export function rowName({ isTotal, unitName, deskName, day }: Row, by: By, m: Texts): string {
  if (isTotal) return m.total
  if (by === 'day') return formatDay(day ?? '')
  return by === 'desk' ? `${unitName} · ${deskName ?? m.noDesk}` : unitName
}

export function columnName(column: FigureColumn, goalMinutes: number, m: Texts): string {
  if (column.key === 'within') return m.within(goalMinutes)
  if (column.form === 'count') return m.columns[column.measure]
  return m[column.key as 'meanWait' | 'keptShare' | 'meanStars' | 'contentShare']
}

/** The rows as they came, and what they add up to. */
export const withTotal = ({ rows, total }: FiguresOfCounters): Row[] =>
  rows.length === 0
    ? []
    : [
        ...rows.map((row) => ({ ...row, isTotal: false })),
        { unitId: null, unitName: '', desk: null, deskName: null, day: null, counts: total, isTotal: true },
      ]

type Props = {
  readonly known: FiguresOfCounters
  readonly by: By
  readonly asked: { readonly from: Day; readonly to: Day; readonly unitId?: string | undefined }
}

/** A row for each unit, desk or day; every number opens to what it is made of. */
export function FiguresTable({ known, by, asked }: Props) {
  const m = useMessages({ vi, en })
  const [opened, setOpened] = useState<Opened | null>(null)
  const open = (row: Row, column: FigureColumn) => {
    const { unitId, desk, day, isTotal } = row
    const own = {
      ...asked,
      ...(unitId !== null && { unitId }),
      ...(day !== null && { from: day, to: day }),
      ...(by === 'desk' && !isTotal && { desk: desk ?? '' }),
    }
    setOpened({
      column,
      counts: row.counts,
      title: rowName(row, by, m),
      label: columnName(column, known.goalMinutes, m),
      asked: own,
    })
  }
  return (
    <>
      <DataTable<Row>
        label={m.table(m.title)}
        rows={withTotal(known)}
        rowKey={({ unitId, desk, day, isTotal }) => (isTotal ? 'total' : `${unitId} ${desk} ${day}`)}
        height={640}
        empty={<EmptyState title={m.none} />}
        columns={[
          {
            key: 'name',
            label: m.bys[by],
            width: 220,
            pinned: true,
            cell: (row) => (row.isTotal ? <strong>{rowName(row, by, m)}</strong> : rowName(row, by, m)),
          },
          ...FIGURE_COLUMNS.map((column) => ({
            key: column.key,
            label: columnName(column, known.goalMinutes, m),
            group: m[column.group],
            width: 110,
            align: 'end' as const,
            cell: (row: Row) => (
              <OneFigure
                column={column}
                counts={row.counts}
                label={`${columnName(column, known.goalMinutes, m)}, ${rowName(row, by, m)}`}
                onOpen={() => open(row, column)}
              />
            ),
          })),
        ]}
      />
      <BehindFigure key={JSON.stringify(opened?.asked)} opened={opened} onClose={() => setOpened(null)} />
    </>
  )
}
