import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { useOperation } from '#ui/query.ts'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { SubjectLink } from '#ui/subject-link.tsx'
import { countedTopic, listCounted } from '../contract.ts'
import { type Counts, type FigureColumn, partsOf } from './figure-columns.ts'
import { en } from './figures-messages.en.ts'
import { vi } from './figures-messages.vi.ts'
import { OneFigure } from './one-figure.tsx'

type Asked = Omit<z.input<typeof listCounted.input>, 'measure'>
type Counted = z.output<typeof listCounted.output>['rows'][number]
export type Opened = {
  readonly column: FigureColumn
  readonly counts: Counts
  readonly title: string
  readonly label: string
  readonly asked: Asked
}
const PAGE = 50

/** How a figure is made, and the numbers or appointments behind it. A ratio opens to what it has above the line. */
export function BehindFigure({ opened, onClose }: { readonly opened: Opened | null; readonly onClose: () => void }) {
  const m = useMessages({ vi, en })
  const [, bottom] = opened ? partsOf(opened.column, opened.counts) : [0, null]
  return (
    <SideDrawer opened={opened !== null} title={m.behind} onClose={onClose} width={720}>
      {opened && (
        <Stack gap="md">
          <div>
            <Text fw={600}>{opened.label}</Text>
            <Text size="sm" c="dimmed">
              {opened.title} · {formatDay(opened.asked.from)} – {formatDay(opened.asked.to)}
            </Text>
          </div>
          <OneFigure column={opened.column} counts={opened.counts} label={opened.label} size="large" />
          {bottom !== null && (
            <Text size="sm">
              {m.columns[opened.column.measure]}: {formatNumber(opened.counts[opened.column.measure] ?? 0)}
              {opened.column.over?.map((code) => `; ${m.columns[code]}: ${formatNumber(opened.counts[code] ?? 0)}`)}
            </Text>
          )}
          <Listed asked={{ ...opened.asked, measure: opened.column.measure }} />
        </Stack>
      )}
    </SideDrawer>
  )
}

function Listed({ asked }: { readonly asked: z.input<typeof listCounted.input> }) {
  const m = useMessages({ vi, en })
  const [after, setAfter] = useState<string | null>(null)
  const page = { ...asked, limit: PAGE, ...(after !== null && { after }) }
  const query = useOperation(listCounted, page, { topics: [countedTopic], keepPrevious: true })
  return (
    <Loaded query={query}>
      {({ rows, count, sum, after: next }) => (
        <Stack gap="sm">
          <Text size="sm" c="dimmed" aria-live="polite">
            {m.addsUp(formatNumber(count), formatNumber(sum))}
          </Text>
          <DataTable<Counted>
            label={m.table(m.behind)}
            rows={rows}
            rowKey={({ id }) => id}
            phone="cards"
            columns={[
              {
                key: 'what',
                label: m.what,
                width: 150,
                cell: ({ kind, id, label }) => (
                  <SubjectLink kind={kind} id={id}>
                    {label}
                  </SubjectLink>
                ),
              },
              { key: 'day', label: m.day, width: 120, cell: ({ day }) => formatDay(day) },
              { key: 'unit', label: m.unit, cell: ({ unitName }) => unitName },
              { key: 'desk', label: m.desk, width: 110, cell: ({ desk }) => desk ?? '' },
              { key: 'value', label: m.value, width: 80, align: 'end', cell: ({ value }) => formatNumber(value) },
            ]}
          />
          <Group gap="xs">
            {after !== null && (
              <Button size="xs" variant="default" onClick={() => setAfter(null)}>
                {m.back}
              </Button>
            )}
            {next !== null && (
              <Button size="xs" variant="default" onClick={() => setAfter(next)}>
                {m.more}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Loaded>
  )
}
