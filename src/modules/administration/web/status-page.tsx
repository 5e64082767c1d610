import { Button, SimpleGrid, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/facts.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type M = ReturnType<typeof useMessages<typeof vi>>

/** Whether the installation is well: database, queue, and every schedule with its last and next run. */
export function StatusPage() {
  const m = useMessages({ vi, en })
  const status = useOperation(contract.platformStatus, {}, { topics: ['platform.deliveries'] })
  return (
    <Page
      title={m.status.title}
      lead={m.status.lead}
      actions={
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={status.isFetching}
          onClick={() => void status.refetch()}
        >
          {m.status.refresh}
        </Button>
      }
    >
      <Loaded query={status}>
        {({ database, migrations, deliveries, schedules }) => (
          <>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="var(--hd-gap)">
              <Section title={m.status.database}>
                <Facts
                  facts={[
                    { label: m.status.version, value: database.version },
                    { label: m.status.size, value: `${formatNumber(database.bytes / 1024 ** 2, 1)} MiB` },
                    { label: m.status.connections, value: formatNumber(database.connections) },
                    { label: m.status.startedAt, value: formatMoment(database.startedAt) },
                    {
                      label: m.status.migrations,
                      value: m.status.migrationsValue(
                        formatNumber(migrations.count),
                        migrations.last ?? m.status.noMigration,
                      ),
                    },
                  ]}
                />
              </Section>
              <Section title={m.status.queue}>
                <Facts
                  facts={[
                    { label: m.status.due, value: formatNumber(deliveries.due) },
                    {
                      label: m.status.stopped,
                      value: (
                        <StatusChip tone={deliveries.parked > 0 ? 'bad' : 'good'}>
                          {formatNumber(deliveries.parked)}
                        </StatusChip>
                      ),
                    },
                  ]}
                />
                <LinkTo to="/administration/parked">{m.status.openParked}</LinkTo>
              </Section>
            </SimpleGrid>
            <Section title={m.status.schedules}>
              <DataTable
                label={m.status.schedulesTable}
                columns={columnsOf(m)}
                rows={schedules}
                rowKey={({ name }) => name}
                phone="cards"
                empty={<EmptyState title={m.status.noSchedules} />}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

const TONES = { well: 'good', failing: 'bad', late: 'warning', waiting: 'neutral' } as const

function columnsOf(m: M): readonly Column<contract.ScheduleState>[] {
  return [
    { key: 'name', label: m.status.name, cell: ({ name }) => name, sortBy: ({ name }) => name },
    {
      key: 'state',
      label: m.status.state,
      width: 190,
      cell: ({ state }) => <StatusChip tone={TONES[state]}>{m.status.states[state]}</StatusChip>,
      sortBy: ({ state }) => state,
    },
    { key: 'every', label: m.status.every, width: 100, cell: ({ everySeconds }) => lasting(m, everySeconds) },
    {
      key: 'last',
      label: m.status.last,
      width: 160,
      cell: ({ lastAt }) => (lastAt ? formatMoment(lastAt) : m.status.never),
    },
    {
      key: 'took',
      label: m.status.took,
      width: 90,
      align: 'end',
      cell: ({ lastMs }) => (lastMs === null ? '—' : `${formatNumber(lastMs)} ms`),
    },
    { key: 'next', label: m.status.next, width: 160, cell: ({ nextAt }) => formatMoment(nextAt) },
    { key: 'error', label: m.status.error, cell: ({ lastError }) => lastError && <Text c="bad">{lastError}</Text> },
  ]
}

function lasting(m: M, seconds: number): string {
  if (seconds >= 3600) return m.status.hours(formatNumber(seconds / 3600, seconds % 3600 === 0 ? 0 : 1))
  if (seconds >= 60) return m.status.minutes(formatNumber(seconds / 60, seconds % 60 === 0 ? 0 : 1))
  return m.status.seconds(formatNumber(seconds))
}
