import { SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Section } from '#ui/page.tsx'
import { TargetChip } from '#ui/target-chip.tsx'
import type * as contract from '../contract.ts'
import { bindingTarget, type TargetLevel, tallyVerdicts } from '../domain/standing.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { StandingFigure } from './standing-figure.tsx'
import { useStanding } from './use-standing.ts'
import { ViewControls } from './view-controls.tsx'

const SHOWN = ['all', 'missed', 'near', 'met', 'unknown', 'noTarget'] as const
type Shown = (typeof SHOWN)[number]

/** My unit's indicators against their targets, live. */
export function StandingSection() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { standing, change } = useStanding()
  return (
    <Section
      title={m.start.standing}
      lead={
        standing.data?.unit &&
        m.start.standingOf(standing.data.unit.name, say(standing.data.period.label), standing.data.period.range)
      }
    >
      <Loaded query={standing} lines={10}>
        {({ unit, level, own, period, yearBefore, rows }) => (
          <>
            <ViewControls unit={unit} own={own} period={period} onChange={change} />
            {unit ? (
              <StandingTable unit={unit} level={level} period={period} yearBefore={yearBefore} rows={rows} />
            ) : (
              <EmptyState title={m.start.noUnit} body={m.start.noUnitBody} />
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

type Unit = { readonly id: string; readonly name: string }
type Period = { readonly key: string; readonly label: { readonly vi: string; readonly en: string } }
type Props = {
  readonly unit: Unit
  readonly level: TargetLevel
  readonly period: Period
  readonly yearBefore: Period
  readonly rows: readonly contract.StandingRow[]
}

function StandingTable({ unit, level, period, yearBefore, rows }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const [shown, setShown] = useState<Shown>('all')
  const tally = tallyVerdicts(
    rows.map(({ cell }) => cell),
    level,
  )
  const verdictOf = (row: contract.StandingRow) => bindingTarget(row.cell.targets, level)?.verdict ?? 'noTarget'
  const filters = SHOWN.filter((each) => each === 'all' || tally[each] > 0)
  const columns: readonly Column<contract.StandingRow>[] = [
    {
      key: 'indicator',
      label: m.indicator,
      width: 380,
      cell: ({ indicator, item }) => (
        <>
          <LinkTo to={`/indicators/${encodeURIComponent(indicator.code)}`} lineClamp={2}>
            {say(item.name)}
          </LinkTo>
          <Text size="xs" c="dimmed">
            {indicator.code}
          </Text>
        </>
      ),
      sortBy: ({ indicator }) => indicator.code,
    },
    {
      key: 'result',
      label: m.result,
      width: 165,
      align: 'end',
      cell: ({ item, cell }) => <StandingFigure item={item} cell={cell} unit={unit} period={period} size="normal" />,
    },
    {
      key: 'target',
      label: m.target,
      width: 180,
      cell: ({ cell }) => {
        const target = bindingTarget(cell.targets, level)
        return target ? (
          <TargetChip status={target.verdict} target={target.text} />
        ) : (
          <Text size="sm">{m.noTarget}</Text>
        )
      },
      sortBy: (row) => SHOWN.indexOf(verdictOf(row)),
    },
    {
      key: 'before',
      label: m.yearBefore,
      width: 105,
      align: 'end',
      cell: ({ item, yearBefore: cell }) => <StandingFigure item={item} cell={cell} unit={unit} period={yearBefore} />,
    },
  ]
  return (
    <>
      <div style={{ paddingBlock: 14, overflowX: 'auto' }}>
        <SegmentedControl
          size="xs"
          aria-label={m.start.filter}
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={filters.map((each) => ({
            value: each,
            label:
              each === 'all'
                ? `${m.all} ${formatNumber(rows.length)}`
                : `${m.verdicts[each]} ${formatNumber(tally[each])}`,
          }))}
        />
      </div>
      <DataTable
        label={m.start.table}
        columns={columns}
        rows={rows.filter((row) => shown === 'all' || verdictOf(row) === shown)}
        rowKey={({ item }) => item.code}
        phone="cards"
        height={720}
        empty={<EmptyState title={m.start.noIndicators} />}
      />
    </>
  )
}
