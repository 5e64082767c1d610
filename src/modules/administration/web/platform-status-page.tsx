import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
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

const MEGABYTE = 1024 * 1024
const TONES = { well: 'good', failing: 'bad', late: 'bad', waiting: 'neutral' } as const

export function PlatformStatusPage() {
  const m = useMessages({ vi, en })
  const status = useOperation(contract.platformStatus, {}, { topics: ['platform.deliveries'] })
  const words = { well: m.well, failing: m.failing, late: m.late, waiting: m.notYet }
  return (
    <Page title={m.status} lead={m.statusLead}>
      <Loaded query={status}>
        {({ database, migrations, deliveries, schedules }) => (
          <>
            <Section title={m.database}>
              <Facts
                facts={[
                  { label: m.version, value: database.version },
                  { label: m.size, value: m.megabytes(formatNumber(database.bytes / MEGABYTE, 1)) },
                  { label: m.connections, value: formatNumber(database.connections) },
                  { label: m.upSince, value: formatMoment(database.startedAt) },
                  { label: m.migrations, value: formatNumber(migrations.count) },
                  { label: m.lastMigration, value: migrations.last ?? m.never },
                ]}
              />
            </Section>
            <Section title={m.queue} actions={<LinkTo to="/administration/parked">{m.seeParked}</LinkTo>}>
              <Facts
                facts={[
                  { label: m.due, value: formatNumber(deliveries.due) },
                  {
                    label: m.parkedCount,
                    value: (
                      <StatusChip tone={deliveries.parked > 0 ? 'bad' : 'good'}>
                        {formatNumber(deliveries.parked)}
                      </StatusChip>
                    ),
                  },
                ]}
              />
            </Section>
            <Section title={m.schedules}>
              <DataTable
                label={m.schedules}
                rows={schedules}
                rowKey={(row) => row.name}
                phone="cards"
                footer={m.schedulesNote}
                columns={[
                  { key: 'name', label: m.name, width: 240, cell: (row) => row.name, sortBy: (row) => row.name },
                  {
                    key: 'state',
                    label: m.state,
                    width: 170,
                    cell: (row) => <StatusChip tone={TONES[row.state]}>{words[row.state]}</StatusChip>,
                  },
                  {
                    key: 'every',
                    label: m.every,
                    width: 110,
                    align: 'end',
                    cell: (row) => m.seconds(formatNumber(row.everySeconds)),
                  },
                  {
                    key: 'last',
                    label: m.lastRun,
                    width: 150,
                    cell: (row) => (row.lastAt ? formatMoment(row.lastAt) : m.never),
                  },
                  {
                    key: 'took',
                    label: m.took,
                    width: 100,
                    align: 'end',
                    cell: (row) => (row.lastMs === null ? '' : m.milliseconds(formatNumber(row.lastMs))),
                  },
                  { key: 'next', label: m.nextRun, width: 150, cell: (row) => formatMoment(row.nextAt) },
                  { key: 'error', label: m.lastError, width: 260, cell: (row) => row.lastError ?? '' },
                ]}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
