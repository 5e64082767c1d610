import type { z } from 'zod'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { listOpenings } from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Unit = z.output<typeof listOpenings.output>['units'][number]

/** The units that receive cases, and how their counters are open today. */
export function OpeningsPage() {
  const m = useMessages({ vi, en })
  const query = useOperation(listOpenings, {}, { topics: ['appointments.openings'] })
  return (
    <Page title={m.openings} lead={m.openingsLead}>
      <Section title={m.open} flush>
        <DataTable<Unit>
          label={m.table(m.openings)}
          rows={query.data?.units ?? []}
          rowKey={({ id }) => id}
          state={query.isPending ? 'loading' : 'ready'}
          problem={query.error}
          phone="cards"
          empty={<EmptyState title={m.noUnits} />}
          columns={[
            {
              key: 'unit',
              label: m.unit,
              width: 280,
              cell: ({ id, name }) => <LinkTo to={`/appointments/openings/${id}`}>{name}</LinkTo>,
            },
            {
              key: 'state',
              label: m.state,
              width: 150,
              cell: ({ opening }) => (
                <StatusChip tone={opening ? 'good' : 'neutral'}>{opening ? m.openNow : m.closed}</StatusChip>
              ),
            },
            {
              key: 'what',
              label: m.what2,
              cell: ({ opening }) => (opening ? m.summary(opening.slotMinutes, opening.places, opening.daysAhead) : ''),
            },
          ]}
        />
      </Section>
    </Page>
  )
}
