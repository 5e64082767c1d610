import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/facts.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import { CALENDAR_TOPIC, type HoursEntry, listSessions } from '../contract.ts'
import { HoursForm } from './hours-form.tsx'
import { sessionsText } from './sessions-text.ts'
import { useTexts } from './texts.ts'

type Shown = z.output<typeof listSessions.output>

/** Working hours: for everyone, and of a unit with all it stands under. */
export function HoursPage() {
  const m = useTexts()
  const may = useMay()
  const [unit, setUnit] = useState<UnitOption | null>(null)
  const [setting, setSetting] = useState(false)
  const [page, setPage] = useState<string | undefined>(undefined)
  const input = { ...(unit && { unitId: unit.id }), ...(page && { after: page }) }
  const query = useOperation(listSessions, input, { topics: [CALENDAR_TOPIC], keepPrevious: true })
  const title = unit ? m.hoursOf(unit.name) : m.hoursEverywhere
  const choose = (next: UnitOption | null) => {
    setUnit(next)
    setPage(undefined)
  }
  return (
    <Page
      title={m.hours}
      lead={m.hoursLead}
      trail={[{ label: m.title, to: '/calendar' }, { label: m.hours }]}
      actions={may('calendar:manage') && <Button onClick={() => setSetting(true)}>{m.setHours}</Button>}
    >
      {may('organisation:read') && (
        <UnitPicker label={m.unit} hint={m.unitHint} value={unit} onChange={choose} load={loadUnits()} />
      )}
      <Loaded query={query}>
        {(shown) => (
          <>
            <Section title={title}>
              <Today today={shown.today} />
            </Section>
            <Section title={m.hoursSet} flush>
              <Entries shown={shown} onMore={setPage} />
            </Section>
            <Dialog opened={setting} onClose={() => setSetting(false)} title={m.setHours}>
              {setting && (
                <HoursForm unit={unit} entries={shown.entries} today={shown.today} onDone={() => setSetting(false)} />
              )}
            </Dialog>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Today({ today }: { readonly today: Shown['today'] }) {
  const m = useTexts()
  return (
    <>
      <Facts
        facts={[
          { label: `${m.sessions} (${m.hoursToday.toLowerCase()})`, value: sessionsText(today.sessions) },
          { label: m.cutOff, value: today.inDayCutOff },
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {m.cutOffHint}
      </Text>
    </>
  )
}

function Entries({ shown, onMore }: { readonly shown: Shown; readonly onMore: (after: string) => void }) {
  const m = useTexts()
  const { entries, after } = shown
  return (
    <>
      <DataTable
        label={m.table(m.hoursSet)}
        rows={entries}
        rowKey={({ id }) => id}
        phone="cards"
        empty={<EmptyState title={m.noHours} body={m.noHoursBody} />}
        columns={[
          { key: 'unit', label: m.unit, width: 260, cell: ({ unitName }: HoursEntry) => unitName ?? m.everyone },
          { key: 'from', label: m.validFrom, width: 130, cell: ({ validFrom }) => formatDay(validFrom) },
          {
            key: 'hours',
            label: m.sessions,
            width: 240,
            cell: ({ hours }) => (hours ? sessionsText(hours.sessions) : m.asAbove),
          },
          { key: 'cutOff', label: m.cutOff, width: 130, cell: ({ hours }) => hours?.inDayCutOff ?? '–' },
          {
            key: 'reason',
            label: m.reason,
            width: 300,
            cell: ({ reason, changedAt }) => `${reason} (${formatMoment(changedAt)})`,
          },
        ]}
      />
      {after !== null && (
        <Button variant="default" m="md" onClick={() => onMore(after)}>
          {m.more}
        </Button>
      )}
    </>
  )
}
