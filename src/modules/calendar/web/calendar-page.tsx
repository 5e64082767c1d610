import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { type Day, dayAt } from '#kernel/calendar.ts'
import { useAddress } from '#ui/address.ts'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { RelatedLinks } from '#ui/related-pages.tsx'
import { useMay } from '#ui/session.tsx'
import { CALENDAR_TOPIC, type ListedDay, listSpecialDays } from '../contract.ts'
import { DayDrawer } from './day-drawer.tsx'
import { AddDayDialog } from './day-form.tsx'
import { DaysTable } from './days-table.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { useTexts } from './texts.ts'
import { YearGrid } from './year-grid.tsx'
import { YearStanding } from './year-standing.tsx'

const Filters = z.object({ year: z.coerce.number().int().min(1901).max(2198).optional() })

/** Days off and make-up days of a year: seen, explained, changed. */
export function CalendarPage() {
  const m = useTexts()
  const may = useMay()
  const [today] = useState(() => dayAt(new Date()))
  const [{ year = Number(today.slice(0, 4)) }, setFilter] = useAddress(Filters)
  const [dialog, setDialog] = useState<'add' | 'import' | null>(null)
  const [opened, setOpened] = useState<Day | null>(null)
  const query = useOperation(listSpecialDays, { year }, { topics: [CALENDAR_TOPIC], keepPrevious: true })
  const manages = may('calendar:manage')
  const find = (day: Day): ListedDay | undefined => query.data?.days.find((one) => one.day === day)
  return (
    <Page title={m.title} lead={m.lead} actions={<Actions onOpen={manages ? setDialog : null} />}>
      <Loaded query={query}>
        {({ days, near, year: standing }) => (
          <>
            {near.warn && (
              <Alert
                color="warning"
                icon={<IconAlertTriangle aria-hidden />}
                title={m.warnYears(
                  near.years
                    .filter(({ confirmed }) => !confirmed)
                    .map((one) => String(one.year))
                    .join(', '),
                )}
              >
                {m.warnBody}
              </Alert>
            )}
            <Section
              title={m.yearGrid(String(standing.year))}
              actions={<YearSteps year={year} onChange={(next) => setFilter({ year: next })} />}
            >
              <YearStanding standing={standing} manages={manages} />
              <YearGrid key={standing.year} year={standing.year} today={today} days={days} onOpen={setOpened} />
            </Section>
            <Section title={m.daysOf(String(standing.year))} flush>
              <DaysTable days={days} onOpen={setOpened} />
            </Section>
          </>
        )}
      </Loaded>
      <DayDrawer
        day={opened}
        special={opened === null ? undefined : find(opened)}
        manages={manages}
        onClose={() => setOpened(null)}
      />
      <AddDayDialog opened={dialog === 'add'} onClose={() => setDialog(null)} />
      <ImportDialog opened={dialog === 'import'} onClose={() => setDialog(null)} />
    </Page>
  )
}

function Actions({ onOpen }: { readonly onOpen: ((dialog: 'add' | 'import') => void) | null }) {
  const m = useTexts()
  return (
    <>
      <LinkButton to="/calendar/deadline" variant="default">
        {m.tryDeadline}
      </LinkButton>
      <LinkButton to="/calendar/hours" variant="default">
        {m.hours}
      </LinkButton>
      <RelatedLinks page="/calendar" />
      {onOpen && (
        <>
          <Button variant="default" onClick={() => onOpen('import')}>
            {m.importDays}
          </Button>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onOpen('add')}>
            {m.addDay}
          </Button>
        </>
      )}
    </>
  )
}

function YearSteps({ year, onChange }: { readonly year: number; readonly onChange: (year: number) => void }) {
  const m = useTexts()
  return (
    <Group gap="xs">
      <Button variant="default" size="xs" aria-label={m.previousYear} onClick={() => onChange(year - 1)}>
        <IconChevronLeft size={16} aria-hidden />
      </Button>
      <Text fw={600} aria-live="polite">
        {m.yearOf(String(year))}
      </Text>
      <Button variant="default" size="xs" aria-label={m.nextYear} onClick={() => onChange(year + 1)}>
        <IconChevronRight size={16} aria-hidden />
      </Button>
    </Group>
  )
}
