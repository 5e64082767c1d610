import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import type { QueueTicket } from '../contract.ts'
import { en } from './desk-messages.en.ts'
import { vi } from './desk-messages.vi.ts'

const TONES = { waiting: 'info', called: 'warning', done: 'good', absent: 'neutral', left: 'neutral' } as const
type Key = 'number' | 'state' | 'why' | 'slot' | 'taken' | 'called' | 'finished' | 'waited' | 'desk'

type Props = {
  readonly label: string
  readonly rows: readonly QueueTicket[] | undefined
  readonly columns: readonly Key[]
  readonly problem?: unknown
  readonly none?: string
}

/** Numbers, one a row. */
export function TicketTable({ label, rows, columns, problem, none }: Props) {
  const m = useMessages({ vi, en })
  const time = (moment: string | null) => (moment === null ? '' : formatMoment(moment).slice(-5))
  const all: Record<Key, Column<QueueTicket>> = {
    number: { key: 'number', label: m.number, width: 100, cell: ({ shown }) => <strong>{shown}</strong> },
    state: {
      key: 'state',
      label: m.state,
      width: 150,
      cell: ({ state }) => <StatusChip tone={TONES[state]}>{m.states[state]}</StatusChip>,
    },
    why: { key: 'why', label: m.why, cell: ({ because }) => (because === null ? '' : m.because[because]) },
    slot: { key: 'slot', label: m.slot, width: 100, cell: ({ slotAt }) => slotAt ?? '' },
    taken: { key: 'taken', label: m.taken, width: 120, cell: ({ takenAt }) => time(takenAt) },
    called: { key: 'called', label: m.calledAt, width: 130, cell: ({ firstCalledAt }) => time(firstCalledAt) },
    finished: { key: 'finished', label: m.doneAt, width: 110, cell: ({ doneAt }) => time(doneAt) },
    waited: {
      key: 'waited',
      label: m.waited,
      width: 140,
      align: 'end',
      cell: ({ state, waitedMinutes }) => (state === 'left' ? '' : formatNumber(waitedMinutes)),
    },
    desk: { key: 'desk', label: m.deskColumn, width: 130, cell: ({ desk }) => desk ?? '' },
  }
  return (
    <DataTable<QueueTicket>
      label={m.table(label)}
      rows={rows ?? []}
      rowKey={({ id }) => id}
      state={rows === undefined && !problem ? 'loading' : 'ready'}
      problem={problem}
      phone="cards"
      empty={<EmptyState title={none ?? m.noNumbers} />}
      columns={columns.map((key) => all[key])}
    />
  )
}
