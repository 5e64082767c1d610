import { Text } from '@mantine/core'
import type { z } from 'zod'
import { periodsUpTo } from '#kernel/period-choices.ts'
import { compareVi } from '#kernel/text.ts'
import { listUnits } from '#modules/organisation/contract.ts'
import { Chart } from '#ui/chart.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import { CellFigure, drawnNumber, partsOf } from './cell-figure.tsx'
import { StandingChip } from './certainty-chip.tsx'
import { FIGURE_DEFAULTS } from './figure-address.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { kindOfPeriod, periodWithDays } from './periods.ts'
import classes from './structures.module.css'
import { FIGURES_TOPIC } from './topics.ts'
import { useOpenFigure } from './use-open-figure.ts'
import { type CurrentView, figureOptions } from './use-view.ts'

type Props = { readonly view: CurrentView; readonly code: string }
type Figures = z.output<typeof contract.getFigures.output>

const BACK = { month: 12, quarter: 8, half: 6, 'nine-months': 4, year: 4 } as const
const MOST_UNITS = 200
/** More than this many units are too many for one picture. */
const MANY_UNITS = 80

/** The indicator of one unit over the periods of one kind. */
export function OverPeriods({ view, code }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const say = useLabel()
  const unitId = view.unit?.id ?? ''
  const figures = useOperation(
    contract.getFigures,
    {
      items: [{ kind: 'indicator', code }],
      units: [unitId],
      periods: [...periodsUpTo(view.period, BACK[kindOfPeriod(view.period)])],
      ...figureOptions(view),
    },
    { topics: [FIGURES_TOPIC], keepPrevious: true },
  )
  return (
    <Section title={m.trend} lead={view.unit?.name}>
      <Loaded query={figures} lines={6}>
        {(answer) => {
          const item = answer.items[0]
          if (!item) return null
          const cells = answer.cells[0]?.[0] ?? []
          return (
            <div className={classes.beside}>
              <Chart
                label={say(item.name)}
                unit={say(item.unit)}
                categories={answer.periods.map(({ label }) => say(label))}
                series={[
                  { name: view.unit?.name ?? '', kind: 'line', values: cells.map((cell) => drawnNumber(item, cell)) },
                ]}
                decimals={item.decimals}
                {...targetLine(answer)}
              />
              <FiguresTable
                view={view}
                code={code}
                item={item}
                label={`${m.result}: ${m.trend}`}
                head={m.period}
                rows={answer.periods.map((period, place) => ({
                  key: period.key,
                  name: say(period.label),
                  note: period.range,
                  unitId,
                  period: period.key,
                  where: m.inPeriod(view.unit?.name ?? '', periodWithDays(period.key, view.regime, language)),
                  cell: cells[place],
                }))}
              />
            </div>
          )
        }}
      </Loaded>
    </Section>
  )
}

/** The same indicator for every unit directly below, best first. */
export function AcrossUnits({ view, code }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const say = useLabel()
  const below = useUnitsBelow(view)
  const units = below ?? []
  const figures = useOperation(
    contract.getFigures,
    units.length > 0
      ? {
          items: [{ kind: 'indicator', code }],
          units: [...units],
          periods: [view.period],
          ...figureOptions(view),
        }
      : null,
    { topics: [FIGURES_TOPIC], keepPrevious: true },
  )
  if (below && units.length === 0)
    return (
      <Section title={m.acrossUnits}>
        <Text c="dimmed">{m.acrossUnitsNone}</Text>
      </Section>
    )
  return (
    <Section title={m.acrossUnits} lead={periodWithDays(view.period, view.regime, language)}>
      <Loaded query={figures} lines={6}>
        {(answer) => {
          const item = answer.items[0]
          if (!item) return null
          const rows = answer.units
            .map((unit, place) => ({ unit, cell: answer.cells[0]?.[place]?.[0] }))
            .filter(({ cell }) => cell && cell.state !== 'not-applicable')
            .map((row) => ({ ...row, drawn: row.cell ? drawnNumber(item, row.cell) : null }))
            .toSorted(
              (a, b) =>
                (b.drawn ?? Number.NEGATIVE_INFINITY) - (a.drawn ?? Number.NEGATIVE_INFINITY) ||
                compareVi(a.unit.name, b.unit.name),
            )
          const drawn = rows.filter((row) => row.drawn !== null)
          return (
            <div className={classes.beside}>
              {drawn.length > 0 && (
                <Chart
                  label={say(item.name)}
                  unit={say(item.unit)}
                  lying
                  height={Math.max(180, 60 + drawn.length * 26)}
                  categories={drawn.map(({ unit }) => unit.name)}
                  series={[{ name: say(item.unit) || m.result, kind: 'bar', values: drawn.map((row) => row.drawn) }]}
                  decimals={item.decimals}
                  {...targetLine(answer)}
                />
              )}
              <FiguresTable
                view={view}
                code={code}
                item={item}
                label={`${m.result}: ${m.acrossUnits}`}
                head={m.unit}
                rows={rows.map(({ unit, cell }) => ({
                  key: unit.id,
                  name: unit.name,
                  note: '',
                  unitId: unit.id,
                  period: view.period,
                  where: unit.name,
                  cell,
                }))}
              />
            </div>
          )
        }}
      </Loaded>
    </Section>
  )
}

/** The units to compare: everything below while that is not too many (a group is only a heading), else those directly below. */
function useUnitsBelow(view: CurrentView): readonly string[] | null {
  const asked = { day: view.unitsDay, limit: MOST_UNITS }
  const unitId = view.unit?.id ?? ''
  const under = useOperation(listUnits, { ...asked, underId: unitId })
  const isMany = (under.data?.total ?? 0) > MANY_UNITS
  const direct = useOperation(listUnits, isMany ? { ...asked, parentId: unitId } : null)
  const found = isMany ? direct.data : under.data
  if (!found) return null
  return found.units.filter((unit) => unit.unitId !== unitId && unit.kind !== 'group').map((unit) => unit.unitId)
}

type Row = {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly unitId: string
  readonly period: string
  readonly where: string
  readonly cell: contract.Cell | undefined
}

type TableProps = Props & {
  readonly item: Figures['items'][number]
  readonly label: string
  readonly head: string
  readonly rows: readonly Row[]
}

function FiguresTable({ view, code, item, label, head, rows }: TableProps) {
  const m = useMessages({ vi, en })
  const openFigure = useOpenFigure()
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={(row) => row.key}
      height={420}
      columns={[
        {
          key: 'name',
          label: head,
          width: 190,
          cell: (row) => (
            <>
              {row.name}
              {row.note && (
                <Text span size="xs" c="dimmed" display="block">
                  {row.note}
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
          cell: (row) =>
            row.cell && (
              <CellFigure
                item={item}
                cell={row.cell}
                where={row.where}
                onOpen={() =>
                  openFigure({
                    ...FIGURE_DEFAULTS,
                    ...figureOptions(view),
                    item: { kind: 'indicator', code },
                    unitId: row.unitId,
                    period: row.period,
                  })
                }
              />
            ),
        },
        { key: 'parts', label: m.numberOver, align: 'end', width: 130, cell: (row) => row.cell && partsOf(row.cell) },
        {
          key: 'certainty',
          label: m.sureness,
          width: 140,
          cell: (row) => row.cell && <StandingChip cell={row.cell} />,
        },
      ]}
    />
  )
}

/** The first plain percentage among the targets, as the chart's dashed line. */
function targetLine({ cells }: Figures): { target?: { label: string; value: number } } {
  const target = cells[0]?.flat().flatMap(({ targets }) => targets)[0]
  const number = target?.text.match(/^\D{0,20}?(\d+(?:[.,]\d+)?)\s*%\s*$/)?.[1]
  return target && number ? { target: { label: target.text, value: Number(number.replace(',', '.')) } } : {}
}
