import { Group, Stack, Text } from '@mantine/core'
import { z } from 'zod'
import type { Day } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { DateField } from '#ui/date-field.tsx'
import { Facts } from '#ui/facts.tsx'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useToday } from '#ui/today.ts'
import { listTickets, queueTopic } from '../contract.ts'
import { en } from './desk-messages.en.ts'
import { vi } from './desk-messages.vi.ts'
import { RatingsSection } from './ratings-section.tsx'
import { TicketTable } from './ticket-table.tsx'
import { WithUnit } from './unit-choice.tsx'

const Address = z.object({ unit: z.uuid().optional(), day: z.string().optional() })

/** The numbers of a unit and a day, and what they add up to. */
export function NumbersPage() {
  const m = useMessages({ vi, en })
  const today = useToday()
  const [{ unit: unitId, day = today }, setAddress] = useAddress(Address)
  return (
    <Page
      title={m.numbers}
      lead={m.numbersLead}
      trail={[{ label: m.title, to: '/appointments/desk' }, { label: m.numbers }]}
    >
      <WithUnit unitId={unitId} none={m.noUnit}>
        {(unit, units) => (
          <>
            <Group grow align="flex-start" mb="md">
              <SelectField
                label={m.unit}
                value={unit.id}
                onChange={(next) => setAddress({ unit: next ?? undefined, day })}
                options={units.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <DateField
                label={m.day}
                value={day}
                onChange={(next: Day | null) => setAddress({ unit: unit.id, day: next ?? undefined })}
              />
            </Group>
            <DayOf unitId={unit.id} day={day} />
            <RatingsSection unitId={unit.id} day={day} />
          </>
        )}
      </WithUnit>
    </Page>
  )
}

type Sum = { readonly total: number; readonly tickets: number }

function DayOf({ unitId, day }: { readonly unitId: string; readonly day: Day }) {
  const m = useMessages({ vi, en })
  const query = useOperation(listTickets, { unitId, day }, { topics: [queueTopic(unitId)], keepPrevious: true })
  const mean = ({ total, tickets }: Sum, text: typeof m.averageValue) =>
    tickets === 0 ? m.unknown : text(formatNumber(total / tickets, 1), formatNumber(total), formatNumber(tickets))
  return (
    <Loaded query={query}>
      {({ tickets, waiting, waited, accuracy, more }) => (
        <Section title={m.figures}>
          <Stack gap="md">
            <Facts
              facts={[
                { label: m.stateWaiting, value: formatNumber(waiting) },
                { label: m.average, value: mean({ total: waited.minutes, tickets: waited.tickets }, m.averageValue) },
                {
                  label: m.accuracy,
                  value: mean({ total: accuracy.offMinutes, tickets: accuracy.tickets }, m.accuracyValue),
                },
              ]}
            />
            {more && <Text size="sm">{m.more}</Text>}
            <TicketTable
              label={m.numbers}
              rows={tickets}
              columns={['number', 'state', 'desk', 'slot', 'taken', 'called', 'finished', 'waited', 'why']}
            />
          </Stack>
        </Section>
      )}
    </Loaded>
  )
}
