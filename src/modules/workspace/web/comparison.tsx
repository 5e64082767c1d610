import { Text } from '@mantine/core'
import { useState } from 'react'
import { periodsUpTo } from '#kernel/period-choices.ts'
import { getFigures } from '#modules/indicators/contract.ts'
import { type TreeUnit, treeAt } from '#modules/organisation/contract.ts'
import { Chart } from '#ui/chart.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import type * as contract from '../contract.ts'
import { drawnNumber } from '../domain/standing.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { StandingFigure } from './standing-figure.tsx'
import { TableBox } from './table-box.tsx'
import { FIGURES_TOPIC } from './use-standing.ts'
import classes from './workspace.module.css'

const PERIODS = 6

type Unit = { readonly id: string; readonly name: string }
type Period = {
  readonly key: string
  readonly to: string
  readonly label: { readonly vi: string; readonly en: string }
}
type Props = { readonly rows: readonly contract.StandingRow[]; readonly unit: Unit; readonly period: Period }

/** One indicator across the units below and over the last periods. */
export function Comparison({ rows, unit, period }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const [chosen, setChosen] = useState<string | null>(null)
  const row =
    rows.find(({ item }) => item.code === chosen) ?? rows.find(({ cell }) => cell.state === 'reported') ?? rows[0]
  if (!row) return null
  const name = say(row.item.name)
  return (
    <Section
      title={m.overview.compare}
      actions={
        <div className={classes.offPaper} style={{ width: 'min(420px, 80vw)' }}>
          <SelectField
            label={m.overview.choose}
            options={rows.map(({ item }) => ({ value: item.code, label: `${item.code} ${say(item.name)}` }))}
            value={row.item.code}
            onChange={setChosen}
          />
        </div>
      }
    >
      <ByUnit label={m.overview.byUnit(name)} row={row} unit={unit} period={period} />
      <OverTime label={m.overview.overTime(name)} row={row} unit={unit} period={period} />
    </Section>
  )
}

type PartProps = {
  readonly label: string
  readonly row: contract.StandingRow
  readonly unit: Unit
  readonly period: Period
}

function ByUnit({ label, row, unit, period }: PartProps) {
  const m = useMessages({ vi, en })
  const tree = useOperation(
    treeAt,
    { rootId: unit.id, depth: 2, day: period.to },
    { topics: ['organisation.units'], keepPrevious: true },
  )
  const ids = tree.data ? unitsBelow(tree.data.units, unit.id) : []
  const figures = useOperation(
    getFigures,
    ids.length === 0
      ? null
      : { items: [{ kind: 'indicator', code: row.item.code }], units: [...ids], periods: [period.key] },
    { topics: [FIGURES_TOPIC], keepPrevious: true },
  )
  if (tree.data && ids.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {m.overview.noChildren}
      </Text>
    )
  }
  return (
    <Loaded query={figures}>
      {({ units, periods, cells }) => (
        <Pair
          label={label}
          row={row}
          kind="bar"
          head={m.unit}
          lines={units.map((each, place) => ({
            key: each.id,
            name: each.name,
            unit: each,
            period: periods[0] ?? period,
            cell: cells[0]?.[place]?.[0],
          }))}
        />
      )}
    </Loaded>
  )
}

/** The units that report together under this one: the members of its groups, or, when it has none, what stands directly under it. */
function unitsBelow(units: readonly TreeUnit[], unitId: string): readonly string[] {
  const under = units.filter(({ parentId }) => parentId === unitId)
  const groups = under.filter(({ kind }) => kind === 'group').map((group) => group.unitId)
  const members = units.filter(({ parentId }) => parentId !== null && groups.includes(parentId))
  return (members.length > 0 ? members : under).map((each) => each.unitId)
}

function OverTime({ label, row, unit, period }: PartProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const figures = useOperation(
    getFigures,
    {
      items: [{ kind: 'indicator', code: row.item.code }],
      units: [unit.id],
      periods: [...periodsUpTo(period.key, PERIODS)],
    },
    { topics: [FIGURES_TOPIC], keepPrevious: true },
  )
  return (
    <Loaded query={figures}>
      {({ periods, cells }) => (
        <Pair
          label={label}
          row={row}
          kind="line"
          head={m.period}
          lines={periods.map((each, place) => ({
            key: each.key,
            name: say(each.label),
            unit,
            period: each,
            cell: cells[0]?.[0]?.[place],
          }))}
        />
      )}
    </Loaded>
  )
}

type Line = {
  readonly key: string
  readonly name: string
  readonly unit: Unit
  readonly period: { readonly key: string; readonly label: { readonly vi: string; readonly en: string } }
  readonly cell: contract.StandingRow['cell'] | undefined
}
type PairProps = {
  readonly label: string
  readonly row: contract.StandingRow
  readonly kind: 'bar' | 'line'
  readonly head: string
  readonly lines: readonly Line[]
}

/** The chart and, beside it, the same figures that open. */
function Pair({ label, row: { item }, kind, head, lines }: PairProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <div className={classes.pair}>
      <Chart
        label={label}
        categories={lines.map(({ name }) => name)}
        series={[
          { name: m.result, kind, values: lines.map(({ cell }) => (cell ? drawnNumber(cell, item.factor) : null)) },
        ]}
        unit={say(item.unit)}
        decimals={item.decimals}
        lying={kind === 'bar'}
        height={kind === 'bar' ? Math.max(200, 60 + lines.length * 30) : 300}
      />
      <TableBox label={label}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" data-end>
              {m.result}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, unit, period, cell }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td data-end>
                {cell && <StandingFigure item={item} cell={cell} unit={unit} period={period} size="normal" />}
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </div>
  )
}
