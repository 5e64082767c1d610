import { Text } from '@mantine/core'
import { DataTable } from '#ui/data-table.tsx'
import { useMessages } from '#ui/language.tsx'
import type { Cell } from '../contract.ts'
import { CellFigure, drawnNumber, partsOf, type ShownItem } from './cell-figure.tsx'
import type { Total } from './cell-total.ts'
import { StandingChip } from './certainty-chip.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './structures.module.css'
import type { PairedUnit } from './use-successors.ts'

type Props = {
  readonly label: string
  readonly item: ShownItem
  readonly units: readonly PairedUnit[]
  readonly cells: readonly Cell[]
  readonly total: Total
  readonly onOpen: (unitId: string) => void
}

/** The units of one day with their figures, what they came from, and the total underneath. */
export function SideTable({ label, item, units, cells, total, onOpen }: Props) {
  const m = useMessages({ vi, en })
  const rows = units.map((unit, place) => ({ unit, cell: cells[place] }))
  const cameFrom = units.some(({ from }) => from.length > 0)
  return (
    <>
      <DataTable
        label={label}
        rows={rows}
        rowKey={({ unit }) => unit.id}
        phone="cards"
        height={1100}
        columns={[
          {
            key: 'unit',
            label: m.unit,
            width: 200,
            sortBy: ({ unit }) => unit.name,
            cell: ({ unit }) => (
              <>
                {unit.name}
                {cameFrom && unit.from.length > 0 && (
                  <Text span size="xs" c="dimmed" display="block">
                    {m.cameFrom}: {unit.from.join(', ')}
                  </Text>
                )}
              </>
            ),
          },
          {
            key: 'figure',
            label: m.result,
            align: 'end',
            width: 110,
            sortBy: ({ cell }) => (cell ? drawnNumber(item, cell) : null),
            cell: ({ unit, cell }) =>
              cell && (
                <CellFigure item={item} cell={cell} where={`${unit.name}, ${label}`} onOpen={() => onOpen(unit.id)} />
              ),
          },
          ...(item.form === 'ratio'
            ? [
                {
                  key: 'parts',
                  label: m.numberOver,
                  align: 'end' as const,
                  width: 120,
                  cell: ({ cell }: (typeof rows)[number]) => cell && partsOf(cell),
                },
              ]
            : []),
          {
            key: 'certainty',
            label: m.sureness,
            width: 150,
            cell: ({ cell }) =>
              cell && (
                <>
                  <StandingChip cell={cell} />
                  {cell.certainty !== 'exact' && cell.state !== 'not-applicable' && (
                    <Text span size="xs" c="dimmed" display="block">
                      {m.certaintyWhy[cell.certainty]}
                    </Text>
                  )}
                </>
              ),
          },
        ]}
      />
      <div className={classes.total}>
        <span>{m.total}</span>
        <span>
          <CellFigure
            item={item}
            where={`${m.total}, ${label}`}
            size="normal"
            cell={{
              ...total,
              state: total.value === null && total.numerator === null ? 'missing' : 'reported',
              note: null,
            }}
          />
        </span>
      </div>
    </>
  )
}
