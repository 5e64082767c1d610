import { Button, Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { TargetIds } from './target-ids.tsx'

export function ParkedDeliveriesPage() {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const parked = useOperation(contract.listParkedDeliveries, {}, { topics: ['platform.deliveries'] })
  const replay = useChange(contract.replayDelivery, {
    invalidates: [contract.listParkedDeliveries],
    onDone: () => toast.good(m.replayed),
    onProblem: (problem) => toast.problem(problem),
  })
  return (
    <Page title={m.parked} lead={m.parkedLead} width="full">
      <Loaded query={parked}>
        {({ deliveries, due }) => (
          <>
            <Text c="dimmed">{m.waiting(formatNumber(due))}</Text>
            <DataTable
              label={m.parked}
              rows={deliveries}
              rowKey={(row) => `${row.eventId} ${row.handler}`}
              phone="cards"
              empty={<EmptyState title={m.nothingParked} body={m.nothingParkedBody} />}
              columns={[
                { key: 'event', label: m.event, width: 220, cell: (row) => row.event, sortBy: (row) => row.event },
                {
                  key: 'handler',
                  label: m.handler,
                  width: 240,
                  cell: (row) => row.handler,
                  sortBy: (row) => row.handler,
                },
                {
                  key: 'at',
                  label: m.happenedAt,
                  width: 150,
                  cell: (row) => formatMoment(row.happenedAt),
                  sortBy: (row) => row.happenedAt,
                },
                {
                  key: 'attempts',
                  label: m.attempts,
                  width: 100,
                  align: 'end',
                  cell: (row) => formatNumber(row.attempts),
                },
                { key: 'error', label: m.lastError, width: 320, cell: (row) => row.lastError ?? '' },
                { key: 'records', label: m.records, width: 260, cell: (row) => <TargetIds target={row.payload} /> },
                {
                  key: 'replay',
                  label: m.actions,
                  width: 140,
                  cell: (row) => (
                    <Button
                      size="xs"
                      variant="light"
                      loading={replay.isPending && replay.variables?.eventId === row.eventId}
                      onClick={() => replay.mutate({ eventId: row.eventId, handler: row.handler })}
                    >
                      {m.replay}
                    </Button>
                  ),
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}
