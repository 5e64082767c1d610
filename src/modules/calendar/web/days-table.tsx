import { Button, Text } from '@mantine/core'
import type { Day } from '#kernel/calendar.ts'
import { dayWords } from '#kernel/work-time/words.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLanguage } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { ListedDay } from '../contract.ts'
import { useTexts } from './texts.ts'
import { dayTitle } from './year-days.ts'

/** The special days of a year as a list. */
export function DaysTable({
  days,
  onOpen,
}: {
  readonly days: readonly ListedDay[]
  readonly onOpen: (day: Day) => void
}) {
  const m = useTexts()
  const { language } = useLanguage()
  return (
    <DataTable
      label={m.table(m.title)}
      rows={days}
      rowKey={({ day }) => day}
      phone="cards"
      empty={<EmptyState title={m.noDays} body={m.noDaysBody} />}
      columns={[
        { key: 'day', label: m.day, width: 190, cell: ({ day }) => dayTitle(day, language), sortBy: ({ day }) => day },
        {
          key: 'kind',
          label: m.kind,
          width: 150,
          cell: ({ kind }) => <KindChip kind={kind} />,
          sortBy: ({ kind }) => kind,
        },
        { key: 'name', label: m.name, width: 240, cell: ({ name }) => name[language] },
        {
          key: 'decision',
          label: m.decision,
          width: 300,
          cell: ({ decision }) =>
            decision ?? (
              <Text span c="dimmed" inherit>
                {m.noDecision}
              </Text>
            ),
        },
        {
          key: 'certainty',
          label: m.certainty,
          width: 160,
          cell: ({ confirmed }) => <CertaintyChip confirmed={confirmed} />,
        },
        {
          key: 'act',
          label: m.open,
          width: 100,
          cell: ({ day }) => (
            <Button
              size="xs"
              variant="default"
              aria-label={`${m.open}: ${dayWords(day, language)}`}
              onClick={() => onOpen(day)}
            >
              {m.open}
            </Button>
          ),
        },
      ]}
    />
  )
}

/** Off or worked instead, in words. */
export function KindChip({ kind }: { readonly kind: ListedDay['kind'] }) {
  const m = useTexts()
  return <StatusChip tone={kind === 'off' ? 'bad' : 'info'}>{m.kinds[kind]}</StatusChip>
}

/** Whether a person has compared the day with its decision, in words. */
export function CertaintyChip({ confirmed }: { readonly confirmed: boolean }) {
  const m = useTexts()
  return <StatusChip tone={confirmed ? 'good' : 'warning'}>{confirmed ? m.confirmed : m.notConfirmed}</StatusChip>
}
