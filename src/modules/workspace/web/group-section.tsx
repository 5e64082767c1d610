import { Text } from '@mantine/core'
import { Chart } from '#ui/chart.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { TargetChip } from '#ui/target-chip.tsx'
import type * as contract from '../contract.ts'
import { bindingTarget, drawnNumber, type TargetLevel } from '../domain/standing.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { StandingFigure } from './standing-figure.tsx'
import { TableBox } from './table-box.tsx'
import classes from './workspace.module.css'

type Props = {
  readonly rows: readonly contract.StandingRow[]
  readonly level: TargetLevel
  readonly unit: { readonly id: string; readonly name: string }
  readonly period: { readonly key: string; readonly label: { readonly vi: string; readonly en: string } }
}

/** A group of indicators: its percentages as bars, and every indicator in the table beside them. */
export function GroupSection({ rows, level, unit, period }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const [first] = rows
  if (!first) return null
  const name = say(first.indicator.group.name)
  const drawn = rows.flatMap(({ item, cell }) => {
    const value = item.factor === 100 && item.form === 'ratio' ? drawnNumber(cell, item.factor) : null
    return value === null ? [] : [{ code: item.code, value }]
  })
  const table = <IndicatorTable name={name} rows={rows} level={level} unit={unit} period={period} />
  return (
    <Section title={name}>
      {drawn.length === 0 ? (
        <>
          <Text size="sm" c="dimmed">
            {m.overview.notMeasured}
          </Text>
          {table}
        </>
      ) : (
        <div className={classes.pair}>
          <Chart
            label={m.overview.groupChart(name, say(period.label))}
            categories={drawn.map(({ code }) => code)}
            series={[{ name: m.result, kind: 'bar', values: drawn.map(({ value }) => value) }]}
            unit={m.overview.percent}
            height={Math.max(200, 60 + drawn.length * 30)}
            decimals={2}
            lying
          />
          {table}
        </div>
      )}
    </Section>
  )
}

function IndicatorTable({ name, rows, level, unit, period }: Props & { readonly name: string }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <TableBox label={name}>
      <thead>
        <tr>
          <th scope="col">{m.indicator}</th>
          <th scope="col" data-end>
            {m.result}
          </th>
          <th scope="col">{m.target}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ item, cell }) => {
          const target = bindingTarget(cell.targets, level)
          return (
            <tr key={item.code}>
              <th scope="row">
                {say(item.name)}{' '}
                <Text component="span" size="xs" c="dimmed">
                  {item.code}
                </Text>
              </th>
              <td data-end>
                <StandingFigure item={item} cell={cell} unit={unit} period={period} size="normal" />
              </td>
              <td>{target ? <TargetChip status={target.verdict} target={target.text} /> : m.noTarget}</td>
            </tr>
          )
        })}
      </tbody>
    </TableBox>
  )
}
