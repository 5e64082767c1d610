import { Button, Group, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import type { CallProblem } from '#ui/call.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useChange } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import { listOutgoing, sendAgain, showBacklog } from '../contract.ts'
import { OutgoingList } from './outgoing-list.tsx'
import { ReplayForm } from './replay-form.tsx'
import { type Texts, useTexts } from './texts.ts'

type Backlog = z.output<typeof showBacklog.output>
type UnitRow = Backlog['units'][number]

const TONES = { queued: 'info', waiting: 'warning', parked: 'bad', sent: 'good', 'left-out': 'neutral' } as const

/** How many wait, since when and where; each of them; and a day told again. */
export function BacklogTab({ backlog }: { readonly backlog: UseQueryResult<Backlog, CallProblem> }) {
  const m = useTexts()
  const may = useMay()
  return (
    <Stack gap="lg">
      <Loaded query={backlog}>
        {({ totals, oldest, units }) => (
          <>
            <Group gap="xs" mb="md" aria-live="polite">
              {totals.map(({ state, count }) => (
                <StatusChip key={state} tone={count === 0 ? 'neutral' : TONES[state]}>
                  {`${m.states[state]}: ${formatNumber(count)}`}
                </StatusChip>
              ))}
              {oldest && <Text size="sm">{m.oldest(formatMoment(oldest))}</Text>}
              {may('exchange:send') && totals.some(({ state, count }) => state === 'parked' && count > 0) && (
                <SendAllAgain />
              )}
            </Group>
            <Section title={m.units} flush>
              <DataTable
                label={m.unitsTable}
                columns={unitColumns(m)}
                rows={units}
                rowKey={({ unitId }) => unitId}
                phone="cards"
                empty={<EmptyState title={m.noUnits} />}
              />
            </Section>
          </>
        )}
      </Loaded>
      <OutgoingList />
      {may('exchange:send') && <ReplayForm />}
    </Stack>
  )
}

function SendAllAgain() {
  const m = useTexts()
  const toast = useToast()
  const again = useChange(sendAgain, {
    invalidates: [listOutgoing, showBacklog],
    onProblem: toast.problem,
    onDone: ({ queued }) => toast.good(m.queuedAgain(formatNumber(queued))),
  })
  return (
    <Button size="xs" loading={again.isPending} onClick={() => again.mutate({})}>
      {m.sendAgainAll}
    </Button>
  )
}

function unitColumns(m: Texts): readonly Column<UnitRow>[] {
  return [
    { key: 'unit', label: m.unit, cell: ({ name }) => name, sortBy: ({ name }) => name },
    {
      key: 'waiting',
      label: m.waitingShort,
      width: 130,
      align: 'end',
      cell: ({ waiting }) => formatNumber(waiting),
      sortBy: ({ waiting }) => waiting,
    },
    {
      key: 'parked',
      label: m.parkedShort,
      width: 130,
      align: 'end',
      cell: ({ parked }) => formatNumber(parked),
      sortBy: ({ parked }) => parked,
    },
    {
      key: 'sent',
      label: m.sentShort,
      width: 160,
      align: 'end',
      cell: ({ sentToday }) => formatNumber(sentToday),
      sortBy: ({ sentToday }) => sentToday,
    },
    {
      key: 'oldest',
      label: m.oldestShort,
      width: 170,
      cell: ({ oldest }) => (oldest ? formatMoment(oldest) : '–'),
      sortBy: ({ oldest }) => oldest,
    },
  ]
}
