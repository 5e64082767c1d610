import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { useOperation } from '#ui/query.ts'
import { SubjectLink } from '#ui/subject-link.tsx'
import * as contract from '../contract.ts'
import { CheckLine } from './check-line.tsx'
import type { FigureKey } from './figure-address.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { ObservationCard } from './observation-card.tsx'
import { FIGURES_TOPIC } from './topics.ts'

type Subject = z.output<typeof contract.Subject>
const PAGE = 50

/** The rows behind a measure, page by page: facts with what they are about, or the reports of units as they were handed in. */
export function Records({ figure }: { readonly figure: FigureKey }) {
  const m = useMessages({ vi, en })
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined])
  const after = pages.at(-1)
  const rows = useOperation(
    contract.listSubjects,
    { ...figure, limit: PAGE, ...(after !== undefined && { after }) },
    { topics: [FIGURES_TOPIC], keepPrevious: true },
  )
  return (
    <Loaded query={rows}>
      {({ subjects, observations, check, next, masked }) => (
        <Stack gap="sm">
          <Group gap="xs" aria-live="polite">
            <CheckLine check={check} />
          </Group>
          {masked > 0 && (
            <Text size="sm" c="dimmed">
              {m.masked(formatNumber(masked))}
            </Text>
          )}
          {observations.map((one) => (
            <ObservationCard key={one.id} observation={one} />
          ))}
          {subjects.length > 0 && <Subjects subjects={subjects} />}
          {subjects.length + observations.length === 0 && <EmptyState title={m.noRecords} />}
          {(next !== null || pages.length > 1) && (
            <Group justify="space-between">
              <Button
                size="xs"
                variant="default"
                disabled={pages.length < 2}
                onClick={() => setPages(pages.slice(0, -1))}
              >
                {m.newer}
              </Button>
              <Text size="sm" c="dimmed" aria-live="polite">
                {m.page(formatNumber(pages.length))}
              </Text>
              <Button
                size="xs"
                variant="default"
                disabled={next === null}
                onClick={() => next !== null && setPages([...pages, next])}
              >
                {m.older}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Loaded>
  )
}

function Subjects({ subjects }: { readonly subjects: readonly Subject[] }) {
  const m = useMessages({ vi, en })
  return (
    <DataTable
      label={m.records}
      rows={subjects}
      rowKey={(row) => row.factId}
      phone="cards"
      height={460}
      columns={[
        {
          key: 'subject',
          label: m.subject,
          width: 230,
          sortBy: (row) => row.subject?.label ?? null,
          cell: (row) =>
            row.subject ? (
              <>
                <SubjectLink kind={row.subject.kind} id={row.subject.id}>
                  {row.subject.label}
                </SubjectLink>
                <Text span size="xs" c="dimmed" display="block">
                  {row.subject.id}
                  {row.correctsId && ` · ${m.corrects}${row.reason ? `: ${row.reason}` : ''}`}
                </Text>
              </>
            ) : (
              <Text span size="sm" c="dimmed" fs="italic">
                {m.maskedRow}
              </Text>
            ),
        },
        { key: 'day', label: m.day, width: 110, sortBy: (row) => row.day, cell: (row) => formatDay(row.day) },
        { key: 'unit', label: m.unit, width: 180, sortBy: (row) => row.unit.name, cell: (row) => row.unit.name },
        {
          key: 'value',
          label: m.amount,
          align: 'end',
          width: 80,
          sortBy: (row) => Number(row.value),
          cell: (row) => formatNumber(row.value),
        },
        { key: 'at', label: m.recordedAt, width: 150, cell: (row) => formatMoment(row.recordedAt) },
      ]}
    />
  )
}
