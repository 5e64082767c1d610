import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { RevokeButton } from '#ui/revoke-button.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import { countersTopic, listCounters, revokeDevice } from '../contract.ts'
import { type CounterWords, useCounterWords } from './use-words.ts'

type Listed = z.output<typeof listCounters.output>['counters'][number]
type Lease = Listed['leases'][number]

const Address = z.object({ after: z.uuid().optional() })

/** The counters of a unit: what they hold, what has come in, and the end of one that was lost. */
export function CountersPage() {
  const m = useCounterWords()
  const toast = useToast()
  const [{ after }, setAddress] = useAddress(Address)
  const [topics, setTopics] = useState<readonly string[]>([])
  const query = useOperation(listCounters, after === undefined ? {} : { after }, { topics, keepPrevious: true })
  const wanted = [...new Set(query.data?.counters.map(({ unitId }) => countersTopic(unitId)))].join(' ')
  if (wanted !== topics.join(' ')) setTopics(wanted === '' ? [] : wanted.split(' '))
  const revoke = useChange(revokeDevice, {
    invalidates: [listCounters],
    onProblem: toast.problem,
  })
  return (
    <Page title={m.countersTitle} lead={m.countersLead} width="full">
      <Loaded
        query={query}
        empty={({ counters }) => counters.length === 0}
        emptyState={<EmptyState title={m.noCounters} />}
      >
        {({ counters, after: next }) => (
          <Stack gap="var(--hd-gap)">
            {counters.map((one) => (
              <CounterSection
                key={one.deviceId}
                one={one}
                m={m}
                busy={revoke.isPending}
                onRevoke={(reason) => revoke.mutate({ deviceId: one.deviceId, reason })}
              />
            ))}
            {next !== null && (
              <Button variant="default" onClick={() => setAddress({ after: next })}>
                {m.older}
              </Button>
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

type SectionProps = {
  readonly one: Listed
  readonly m: CounterWords
  readonly busy: boolean
  readonly onRevoke: (reason: string) => void
}

function CounterSection({ one, m, busy, onRevoke }: SectionProps) {
  return (
    <Section
      title={`${one.name} (Q${one.counter})`}
      lead={`${one.unitName} · ${one.officerName}`}
      flush
      actions={
        one.revokedAt === null ? (
          <RevokeButton
            label={m.revoke}
            spoken={m.revokeOf(`${one.name} (Q${one.counter})`)}
            title={m.revokeTitle(one.name)}
            body={m.revokeWhy}
            busy={busy}
            onRevoke={onRevoke}
          />
        ) : (
          <StatusChip tone="bad">{m.ends.revoked}</StatusChip>
        )
      }
    >
      {one.revokedAt !== null && (
        <Text size="sm" px="var(--hd-card)" pb="xs">
          {m.revoked(formatMoment(one.revokedAt), one.revokedReason ?? '')}
        </Text>
      )}
      <DataTable
        label={`${m.numbers}: ${one.name} (Q${one.counter})`}
        columns={columnsOf(m)}
        rows={one.leases}
        rowKey={({ leaseId }) => leaseId}
        phone="cards"
      />
    </Section>
  )
}

const numbersOf = ({ unitCode, day, first, last }: Lease) =>
  `${unitCode} · ${day.slice(8, 10)}/${day.slice(5, 7)} · ${formatNumber(first)}–${formatNumber(last)}`

function columnsOf(m: CounterWords): readonly Column<Lease>[] {
  return [
    { key: 'numbers', label: m.numbers, width: 260, cell: numbersOf },
    {
      key: 'came',
      label: m.came,
      width: 260,
      cell: ({ came }) => m.cameOf(formatNumber(came.received), formatNumber(came.refused)),
    },
    { key: 'until', label: m.until, width: 160, cell: ({ validUntil }) => formatMoment(validUntil) },
    { key: 'state', label: m.state, width: 190, cell: (lease) => <EndChip lease={lease} m={m} /> },
    {
      key: 'account',
      label: m.account,
      cell: (lease) => (
        <LinkTo to={`/counters/leases/${lease.leaseId}`} aria-label={m.accountOf(numbersOf(lease))}>
          {m.account}
        </LinkTo>
      ),
    },
  ]
}

/** Whether a lease runs, has run out, or how it ended. */
function EndChip({ lease: { endKind, validUntil }, m }: { readonly lease: Lease; readonly m: CounterWords }) {
  const [now] = useState(() => Date.now())
  if (endKind !== null)
    return <StatusChip tone={endKind === 'revoked' ? 'bad' : 'neutral'}>{m.ends[endKind]}</StatusChip>
  const isOver = Date.parse(validUntil) < now
  return (
    <Group gap={4}>
      <StatusChip tone={isOver ? 'warning' : 'good'}>{isOver ? m.runOut : m.running}</StatusChip>
    </Group>
  )
}
