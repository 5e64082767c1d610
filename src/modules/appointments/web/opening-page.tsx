import { Alert } from '@mantine/core'
import type { z } from 'zod'
import { usePathPart } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { getOpening } from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { OpeningForm } from './opening-form.tsx'

type Shown = z.output<typeof getOpening.output>
type Entry = Shown['entries'][number]

/** The counters of a unit: what holds, what was set when, and the form to set it. */
export function OpeningPage() {
  const m = useMessages({ vi, en })
  const unitId = usePathPart('unitId')
  const query = useOperation(getOpening, { unitId })
  return (
    <Page
      title={query.data ? `${m.openings}: ${query.data.unit.name}` : m.openings}
      lead={m.openingsLead}
      trail={[{ label: m.openings, to: '/appointments/openings' }, { label: query.data?.unit.name ?? '…' }]}
    >
      <Loaded query={query}>
        {(shown) => (
          <>
            {shown.affected > 0 && (
              <Alert color="bad" mb="md">
                <LinkTo to={`/appointments?unit=${unitId}`}>{m.affectedCount(shown.affected)}</LinkTo>
              </Alert>
            )}
            <Section title={m.set}>
              <OpeningForm key={shown.entries[0]?.id} shown={shown} />
            </Section>
            <History entries={shown.entries} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function History({ entries }: { readonly entries: readonly Entry[] }) {
  const m = useMessages({ vi, en })
  return (
    <Section title={m.history} flush>
      <DataTable<Entry>
        label={m.table(m.history)}
        rows={entries}
        rowKey={({ id }) => id}
        phone="cards"
        empty={<EmptyState title={m.noHistory} />}
        columns={[
          { key: 'from', label: m.from, width: 130, cell: ({ validFrom }) => formatDay(validFrom) },
          {
            key: 'what',
            label: m.what2,
            width: 330,
            cell: ({ opening }) =>
              opening ? m.summary(opening.slotMinutes, opening.places, opening.daysAhead) : m.close,
          },
          { key: 'reason', label: m.reason, cell: ({ reason }) => reason },
          {
            key: 'by',
            label: m.by,
            width: 260,
            cell: ({ setByName, setAt }) => `${setByName} (${formatMoment(setAt)})`,
          },
        ]}
      />
    </Section>
  )
}
