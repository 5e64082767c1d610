import { Button, Code, Group, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/facts.tsx'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

const PAGE = 100

/** Deliveries that failed for good: look, put it right, replay. Changes by itself when one parks or is replayed. */
export function ParkedPage() {
  const m = useMessages({ vi, en })
  const [{ before }, setAddress] = useAddress(z.object({ before: z.uuid().optional() }))
  const parked = useOperation(
    contract.listParkedDeliveries,
    { limit: PAGE, ...(before && { before }) },
    { topics: ['platform.deliveries'], keepPrevious: true },
  )
  const replay = useReplay()
  const [open, setOpen] = useState<contract.Delivery | null>(null)
  const rows = parked.data?.deliveries ?? []
  return (
    <Page
      title={m.parked.title}
      lead={m.parked.lead}
      width="full"
      actions={
        rows.length > 0 && (
          <Button
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={replay.isPending}
            onClick={() => replay.all(rows)}
          >
            {m.parked.replayAll(formatNumber(rows.length))}
          </Button>
        )
      }
    >
      <Loaded query={parked}>
        {({ deliveries, due, parked: count }) => (
          <>
            <Group gap="xs" mb="md">
              <StatusChip tone={count > 0 ? 'bad' : 'good'}>{m.parked.stopped(formatNumber(count))}</StatusChip>
              <StatusChip tone="neutral">{m.parked.waiting(formatNumber(due))}</StatusChip>
            </Group>
            <DataTable
              label={m.parked.table}
              columns={columnsOf(m, replay)}
              rows={deliveries}
              rowKey={({ eventId, handler }) => `${eventId} ${handler}`}
              onOpen={setOpen}
              phone="cards"
              empty={<EmptyState title={m.parked.none} body={m.parked.noneBody} />}
              footer={
                <Group gap="xs">
                  {before && (
                    <Button size="xs" variant="default" onClick={() => setAddress({ before: undefined })}>
                      {m.newest}
                    </Button>
                  )}
                  {deliveries.length === PAGE && (
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => setAddress({ before: deliveries.at(-1)?.eventId })}
                    >
                      {m.older}
                    </Button>
                  )}
                </Group>
              }
            />
          </>
        )}
      </Loaded>
      <SideDrawer opened={open !== null} title={m.parked.details} onClose={() => setOpen(null)}>
        {open && <Details delivery={open} />}
      </SideDrawer>
    </Page>
  )
}

function useReplay() {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const change = useChange(contract.replayDelivery, {
    invalidates: [contract.listParkedDeliveries],
    onProblem: toast.problem,
  })
  return {
    isPending: change.isPending,
    one: ({ eventId, handler }: contract.Delivery) =>
      change.mutate({ eventId, handler }, { onSuccess: () => toast.good(m.parked.replayed) }),
    all: async (deliveries: readonly contract.Delivery[]) => {
      // One after the other: each is a decision of its own in the log, and the first refusal stops the rest.
      for (const { eventId, handler } of deliveries) {
        const done = await change.mutateAsync({ eventId, handler }).catch(() => null)
        if (!done) return
      }
      toast.good(m.parked.replayed)
    },
  }
}

type M = ReturnType<typeof useMessages<typeof vi>>

function columnsOf(m: M, replay: ReturnType<typeof useReplay>): readonly Column<contract.Delivery>[] {
  return [
    { key: 'when', label: m.when, width: 150, cell: ({ happenedAt }) => formatMoment(happenedAt) },
    {
      key: 'event',
      label: m.parked.event,
      width: 200,
      cell: ({ event }) => <Code>{event}</Code>,
      sortBy: ({ event }) => event,
    },
    {
      key: 'handler',
      label: m.parked.handler,
      width: 220,
      cell: ({ handler }) => <Code>{handler}</Code>,
      sortBy: ({ handler }) => handler,
    },
    {
      key: 'attempts',
      label: m.parked.attempts,
      width: 110,
      align: 'end',
      cell: ({ attempts }) => formatNumber(attempts),
      sortBy: ({ attempts }) => attempts,
    },
    { key: 'error', label: m.parked.error, cell: ({ lastError }) => lastError ?? '' },
    {
      key: 'act',
      label: m.parked.act,
      width: 120,
      cell: (delivery) => (
        <Button
          size="xs"
          variant="default"
          aria-label={m.parked.replayOne(delivery.handler)}
          onClick={(event) => {
            event.stopPropagation()
            replay.one(delivery)
          }}
        >
          {m.parked.replay}
        </Button>
      ),
    },
  ]
}

function Details({ delivery }: { readonly delivery: contract.Delivery }) {
  const m = useMessages({ vi, en })
  return (
    <Facts
      columns={1}
      facts={[
        { label: m.parked.eventId, value: <Code>{delivery.eventId}</Code> },
        { label: m.parked.event, value: delivery.event },
        { label: m.parked.handler, value: delivery.handler },
        { label: m.when, value: formatMoment(delivery.happenedAt) },
        { label: m.parked.attempts, value: formatNumber(delivery.attempts) },
        { label: m.parked.error, value: <Text c="bad">{delivery.lastError}</Text> },
        {
          label: m.parked.payload,
          value: (
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {JSON.stringify(delivery.payload, null, 2)}
            </Code>
          ),
        },
      ]}
    />
  )
}
