import type { z } from 'zod'
import type { Day } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { listRatings } from '../contract.ts'
import { en } from './desk-messages.en.ts'
import { vi } from './desk-messages.vi.ts'

type Rating = z.output<typeof listRatings.output>['ratings'][number]

/** How people of a day were content: the sum, and each word it comes from. */
export function RatingsSection({ unitId, day }: { readonly unitId: string; readonly day: Day }) {
  const m = useMessages({ vi, en })
  const query = useOperation(listRatings, { unitId, day }, { keepPrevious: true })
  const sum = query.data?.sum
  const lead =
    sum && sum.ratings > 0
      ? m.ratingSum(formatNumber(sum.stars / sum.ratings, 1), formatNumber(sum.stars), formatNumber(sum.ratings))
      : m.unknown
  return (
    <Section title={m.ratings} lead={lead} flush>
      <DataTable<Rating>
        label={m.table(m.ratings)}
        rows={query.data?.ratings ?? []}
        rowKey={({ id }) => id}
        state={query.isPending ? 'loading' : 'ready'}
        problem={query.error}
        phone="cards"
        empty={<EmptyState title={m.noRatings} />}
        columns={[
          { key: 'number', label: m.number, width: 100, cell: ({ shown }) => shown },
          { key: 'stars', label: m.ratingOf, width: 170, cell: ({ stars }) => m.stars[stars - 1] ?? '' },
          {
            key: 'reasons',
            label: m.reasonsTitle,
            width: 280,
            cell: ({ reasons }) => reasons.map((one) => m.reasons[one]).join(', '),
          },
          { key: 'words', label: m.wordsTitle, cell: ({ words }) => words },
          { key: 'way', label: m.way, width: 120, cell: ({ way }) => m.ways[way] },
        ]}
      />
    </Section>
  )
}
