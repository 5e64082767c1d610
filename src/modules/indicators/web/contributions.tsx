import { Text } from '@mantine/core'
import { formatNumber, formatPercent } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useMessages } from '#ui/language.tsx'
import { CellFigure } from './cell-figure.tsx'
import { CertaintyChip } from './certainty-chip.tsx'
import type { Explanation } from './explanation.ts'
import type { FigureKey } from './figure-address.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = {
  readonly figure: FigureKey
  readonly explanation: Explanation
  readonly onOpen: (figure: FigureKey) => void
}
type Row = Explanation['contributions'][number]

/** What each unit put into the figure; every number opens again. */
export function Contributions({ figure, explanation, onOpen }: Props) {
  const m = useMessages({ vi, en })
  const { contributions, item } = explanation
  const isShared = contributions.some(({ weight }) => weight !== null && Number(weight) !== 1)
  const open = (row: Row) => onOpen({ ...figure, unitId: row.unit.id, reach: row.own ? 'own' : 'subtree' })
  const shownIn = (row: Row) => ({
    state: row.certainty === 'not-derivable' ? ('not-derivable' as const) : stateOf(row),
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    certainty: row.certainty,
    note: null,
  })
  return (
    <>
      <Text size="sm" c="dimmed">
        {m.byUnitLead}
      </Text>
      <DataTable
        label={m.byUnit}
        rows={contributions}
        rowKey={(row) => `${row.unit.id} ${row.own}`}
        phone="cards"
        height={420}
        columns={[
          {
            key: 'unit',
            label: m.unit,
            width: 230,
            sortBy: (row) => row.unit.name,
            cell: (row) => (
              <>
                {row.unit.name}
                {row.own && (
                  <Text span size="xs" c="dimmed" display="block">
                    {m.ownPart}
                  </Text>
                )}
              </>
            ),
          },
          {
            key: 'figure',
            label: item.form === 'ratio' ? m.result : m.contribution,
            align: 'end',
            width: 130,
            sortBy: (row) => sortNumber(row),
            cell: (row) => (
              <CellFigure
                item={item}
                cell={shownIn(row)}
                where={row.unit.name}
                {...(row.openable && { onOpen: () => open(row) })}
              />
            ),
          },
          ...(item.form === 'ratio'
            ? [
                {
                  key: 'parts',
                  label: m.numberOver,
                  align: 'end' as const,
                  width: 150,
                  cell: (row: Row) => `${formatNumber(row.numerator)} / ${formatNumber(row.denominator)}`,
                },
              ]
            : []),
          ...(isShared
            ? [
                {
                  key: 'weight',
                  label: m.weight,
                  align: 'end' as const,
                  width: 90,
                  cell: (row: Row) => (row.weight === null ? '—' : formatPercent(row.weight, 1)),
                },
              ]
            : []),
          {
            key: 'certainty',
            label: m.sureness,
            width: 150,
            cell: (row) => <CertaintyChip certainty={row.certainty} />,
          },
        ]}
      />
    </>
  )
}

function stateOf({ value, numerator, denominator }: Row): 'reported' | 'zero' | 'missing' {
  if (value === null && (numerator === null || denominator === null)) return 'missing'
  return value !== null && Number(value) === 0 ? 'zero' : 'reported'
}

function sortNumber({ value, numerator, denominator }: Row): number | null {
  if (value !== null) return Number(value)
  return numerator === null || denominator === null ? null : Number(numerator) / Number(denominator)
}
