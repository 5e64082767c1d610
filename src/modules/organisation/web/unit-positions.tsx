import { Text } from '@mantine/core'
import { DataTable } from '#ui/data-table.tsx'
import { formatDay } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import type { UnitDetail } from '../contract.ts'
import { useTexts } from './texts.ts'

/** Who holds and held which position at the unit. */
export function UnitPositions({ detail }: { readonly detail: UnitDetail }) {
  const m = useTexts()
  return (
    <Section title={m.positions}>
      {detail.positions.length === 0 ? (
        <Text c="dimmed">{m.noPositions}</Text>
      ) : (
        <DataTable
          label={m.positionsOf(detail.unit.name)}
          rows={detail.positions}
          rowKey={({ id }) => id}
          phone="cards"
          columns={[
            { key: 'title', label: m.title, width: 280, cell: ({ title }) => title, sortBy: ({ title }) => title },
            {
              key: 'holder',
              label: m.holder,
              width: 220,
              cell: ({ officialName }) => officialName,
              sortBy: ({ officialName }) => officialName,
            },
            {
              key: 'from',
              label: m.validFrom,
              width: 130,
              cell: ({ validFrom }) => formatDay(validFrom),
              sortBy: ({ validFrom }) => validFrom,
            },
            {
              key: 'to',
              label: m.validTo,
              width: 130,
              cell: ({ validTo }) => (validTo ? formatDay(validTo) : m.today),
              sortBy: ({ validTo }) => validTo,
            },
          ]}
        />
      )}
    </Section>
  )
}
