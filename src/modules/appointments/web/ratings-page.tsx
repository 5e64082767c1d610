import { Button, Group, SimpleGrid } from '@mantine/core'
import { z } from 'zod'
import type { Day } from '#kernel/calendar.ts'
import { formatNumber, formatPercent } from '#kernel/number.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { RATINGS_TOPIC } from '#modules/portal/contract.ts'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/facts.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToday } from '#ui/today.ts'
import { UnitPicker } from '#ui/unit-picker.tsx'
import { listCaseRatings } from '../contract.ts'
import { UNHAPPY } from '../domain/satisfaction.ts'
import { en as deskEn } from './desk-messages.en.ts'
import { vi as deskVi } from './desk-messages.vi.ts'
import { en } from './ratings-messages.en.ts'
import { vi } from './ratings-messages.vi.ts'

const Address = z.object({
  unit: z.uuid().optional(),
  unitName: z.string().max(300).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  after: z.string().max(100).optional(),
})

type Answer = z.output<typeof listCaseRatings.output>
type Rating = Answer['ratings'][number]

/** What is thought of cases of a unit and a time: the worst first, each open to its case, live. */
export function RatingsPage() {
  const m = useMessages({ vi, en })
  const today = useToday()
  const [{ unit, unitName, from = `${today.slice(0, 7)}-01`, to = today, after }, setAddress] = useAddress(Address)
  const query = useOperation(
    listCaseRatings,
    { from, to, ...(unit !== undefined && { unitId: unit }), ...(after !== undefined && { after }) },
    { topics: [RATINGS_TOPIC], keepPrevious: true },
  )
  return (
    <Page title={m.title} lead={m.lead}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} mb="md">
        <UnitPicker
          label={m.unit}
          placeholder={m.everyUnit}
          value={unit === undefined ? null : { id: unit, name: unitName ?? '' }}
          onChange={(one) => setAddress({ unit: one?.id, unitName: one?.name, after: undefined })}
          load={loadUnits()}
        />
        <DateField
          label={m.from}
          value={from}
          clearable={false}
          onChange={(day: Day | null) => setAddress({ from: day ?? undefined, after: undefined })}
        />
        <DateField
          label={m.to}
          value={to}
          clearable={false}
          onChange={(day: Day | null) => setAddress({ to: day ?? undefined, after: undefined })}
        />
      </SimpleGrid>
      <Loaded query={query}>
        {(answer) => (
          <>
            <Sums {...answer} />
            <List
              {...answer}
              onFirst={after === undefined ? null : () => setAddress({ after: undefined })}
              onNext={(mark) => setAddress({ after: mark })}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Sums({ sum, byStars }: Pick<Answer, 'sum' | 'byStars'>) {
  const m = useMessages({ vi, en })
  const desk = useMessages({ vi: deskVi, en: deskEn })
  const { stars, ratings, content } = sum
  if (ratings === 0) return null
  const share = formatPercent(content, ratings)
  return (
    <Section title={m.sums}>
      <Facts
        facts={[
          { label: m.content, value: m.ofAll(share, formatNumber(content), formatNumber(ratings)) },
          {
            label: m.mean,
            value: m.ofAll(formatNumber(stars / ratings, 2), formatNumber(stars), formatNumber(ratings)),
          },
          ...byStars.map((count, place) => ({ label: desk.stars[place] ?? '', value: formatNumber(count) })),
        ]}
      />
    </Section>
  )
}

type ListProps = Pick<Answer, 'ratings' | 'next'> & {
  readonly onFirst: (() => void) | null
  readonly onNext: (mark: string) => void
}

function List({ ratings, next, onFirst, onNext }: ListProps) {
  const m = useMessages({ vi, en })
  return (
    <DataTable<Rating>
      label={m.list}
      rows={ratings}
      rowKey={({ caseId }) => caseId}
      phone="cards"
      empty={<EmptyState title={m.none} />}
      columns={useColumns()}
      footer={
        <Group gap="xs">
          {onFirst && (
            <Button size="xs" variant="default" onClick={onFirst}>
              {m.first}
            </Button>
          )}
          {next !== null && (
            <Button size="xs" variant="default" onClick={() => onNext(next)}>
              {m.next}
            </Button>
          )}
        </Group>
      }
    />
  )
}

const toneOf = (stars: number) => (stars > UNHAPPY ? 'good' : stars < UNHAPPY ? 'bad' : 'warning')

function useColumns(): readonly Column<Rating>[] {
  const m = useMessages({ vi, en })
  const desk = useMessages({ vi: deskVi, en: deskEn })
  return [
    {
      key: 'stars',
      label: m.stars,
      width: 190,
      cell: ({ stars }) => <StatusChip tone={toneOf(stars)}>{`${stars}. ${desk.stars[stars - 1] ?? ''}`}</StatusChip>,
    },
    {
      key: 'case',
      label: m.caseCode,
      width: 220,
      cell: ({ caseId, caseCode }) => <LinkTo to={`/cases/${caseId}`}>{caseCode || m.caseCode}</LinkTo>,
    },
    {
      key: 'reasons',
      label: desk.reasonsTitle,
      cell: ({ reasons }) => reasons.map((one) => desk.reasons[one]).join(', '),
    },
    { key: 'words', label: desk.wordsTitle, cell: ({ words }) => words },
    { key: 'unit', label: m.unit, cell: ({ unit }) => unit },
    { key: 'way', label: desk.way, width: 120, cell: ({ way }) => m.ways[way] },
    { key: 'at', label: m.at, width: 150, cell: ({ at }) => formatMoment(at) },
  ]
}
