import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { DataTable } from '#ui/data-table.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { TargetChip } from '#ui/target-chip.tsx'
import type { Cell, Indicator } from '../contract.ts'
import type { TargetLevel } from '../domain/words.ts'
import { CellFigure, drawnNumber, partsOf, type ShownItem } from './cell-figure.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './web.module.css'

export type IndicatorRow = {
  readonly indicator: Indicator
  readonly item: ShownItem | null
  readonly cell: Cell | null
}

type Props = {
  readonly rows: readonly IndicatorRow[]
  /** Unit and period, for the accessible names. */
  readonly where: string
  readonly empty: ReactNode
  readonly link: (code: string) => string
  readonly onOpen: (row: IndicatorRow) => void
}

const LEVELS: readonly TargetLevel[] = ['nation', 'province', 'city', 'ward']

/** The table officials print: number, indicator, targets of each level, result, both counts, status. */
export function IndicatorsTable({ rows, where, empty, link, onOpen }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const levels = LEVELS.filter((level) =>
    rows.some(({ indicator }) => indicator.targets.some((target) => target.level === level)),
  )
  return (
    <DataTable
      label={`${m.indicators}: ${where}`}
      rows={rows}
      rowKey={({ indicator }) => indicator.code}
      phone="cards"
      height={720}
      empty={empty}
      columns={[
        {
          key: 'code',
          label: m.order,
          width: 74,
          cell: ({ indicator }) => <span className={classes.quiet}>{indicator.code}</span>,
          sortBy: ({ indicator }) => indicator.code,
        },
        {
          key: 'name',
          label: m.indicator,
          width: 470,
          sortBy: ({ indicator }) => say(indicator.name),
          cell: ({ indicator }) => (
            <LinkTo to={link(indicator.code)} className={classes.name ?? ''}>
              {say(indicator.name)}
              {indicator.part && ` – ${say(indicator.part)}`}
              <Text span size="xs" c="dimmed" display="block">
                {say(indicator.group.name)}
              </Text>
            </LinkTo>
          ),
        },
        ...levels.map((level) => ({
          key: level,
          label: m.levels[level],
          group: m.targets,
          width: 130,
          cell: ({ indicator }: IndicatorRow) => targetsOf(indicator, level) || <span aria-hidden="true">—</span>,
        })),
        {
          key: 'result',
          label: m.result,
          align: 'end',
          width: 110,
          sortBy: ({ item, cell }) => item && cell && drawnNumber(item, cell),
          cell: (row) =>
            row.cell && row.item ? (
              <CellFigure item={row.item} cell={row.cell} where={where} onOpen={() => onOpen(row)} />
            ) : (
              <span className={classes.quiet}>…</span>
            ),
        },
        {
          key: 'parts',
          label: m.numberOver,
          align: 'end',
          width: 120,
          cell: ({ cell }) => (cell ? partsOf(cell) || (cell.state === 'text' ? '' : cell.note) : ''),
        },
        {
          key: 'status',
          label: m.status,
          width: 170,
          cell: ({ cell }) => <Verdicts cell={cell} />,
          sortBy: ({ cell }) => cell?.targets[0]?.verdict ?? null,
        },
      ]}
    />
  )
}

/** One chip when all levels agree, else one for each. */
function Verdicts({ cell }: { readonly cell: Cell | null }) {
  const m = useMessages({ vi, en })
  const targets = cell?.targets ?? []
  const [first] = targets
  if (!first) return <span className={classes.quiet}>{cell ? m.noTarget : ''}</span>
  if (targets.every(({ verdict }) => verdict === first.verdict)) return <TargetChip status={first.verdict} />
  return (
    <span className={classes.targets}>
      {targets.map(({ level, verdict }) => (
        <TargetChip key={level} status={verdict} target={m.levels[level]} />
      ))}
    </span>
  )
}

function targetsOf({ targets }: Indicator, level: TargetLevel): string {
  return targets
    .filter((target) => target.level === level)
    .map(({ text }) => text)
    .join('; ')
}
