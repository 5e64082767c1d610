import { Group, Text } from '@mantine/core'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { Lines } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { totalOf, totalsAgree } from './cell-total.ts'
import { FIGURE_DEFAULTS } from './figure-address.ts'
import { FigureDrawer } from './figure-drawer.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { lastDayOf, periodWithDays } from './periods.ts'
import classes from './structures.module.css'
import { SideTable } from './structures-side.tsx'
import { FIGURES_TOPIC } from './topics.ts'
import { useOpenFigure } from './use-open-figure.ts'
import { type PairedUnit, useSuccessors } from './use-successors.ts'
import { type CurrentView, figureOptions, useView } from './use-view.ts'
import { ViewBar } from './view-bar.tsx'

const Choice = z.object({
  item: z.string().optional(),
  before: z.iso.date().optional(),
  after: z.iso.date().optional(),
})

/** The same figures in the structures of two days: what was reported stays, who it is counted for changes. */
export function StructuresPage() {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const view = useView()
  const [choice, setChoice] = useAddress(Choice)
  const before = choice.before ?? lastDayOf(view.period, view.regime) ?? view.today
  const after = choice.after ?? view.today
  const { options, item } = useItems(choice.item, before)
  return (
    <Page title={m.compareTitle(before.slice(0, 4), after.slice(0, 4))} lead={m.compareLead} width="full">
      <ViewBar view={view} structure={false} />
      <Group align="flex-end" gap="sm">
        <div className={classes.wide}>
          <SelectField
            label={m.measureOrIndicator}
            options={options}
            value={item && `${item.kind}:${item.code}`}
            onChange={(next) => setChoice({ item: next ?? undefined })}
          />
        </div>
        <DateField
          label={m.before}
          value={before}
          clearable={false}
          onChange={(day) => day && setChoice({ before: day })}
        />
        <DateField
          label={m.after}
          value={after}
          clearable={false}
          onChange={(day) => day && setChoice({ after: day })}
        />
        <Text size="sm" c="dimmed">
          {periodWithDays(view.period, view.regime, language)}
        </Text>
      </Group>
      {view.unit ? (
        item && <Sides view={view} item={item} before={before} after={after} />
      ) : (
        <EmptyState title={m.chooseUnit} body={m.chooseUnitBody} />
      )}
      <FigureDrawer />
    </Page>
  )
}

type SidesProps = {
  readonly view: CurrentView
  readonly item: contract.Item
  readonly before: string
  readonly after: string
}

function Sides({ view, item, before, after }: SidesProps) {
  const m = useMessages({ vi, en })
  const paired = useSuccessors(view.unit?.id ?? null, before, after)
  const left = useSide(view, item, paired.before, before)
  const right = useSide(view, item, paired.after, after)
  const openFigure = useOpenFigure()
  const problem = left.error ?? right.error
  if (problem) return <ProblemAlert problem={problem} />
  if (paired.ready && paired.before.length === 0) return <EmptyState title={m.noChildren} />
  if (!paired.ready || !left.data || (paired.after.length > 0 && !right.data)) return <Lines count={10} />
  const cellsOf = (answer: typeof left.data | undefined) => (answer?.cells[0] ?? []).flatMap((units) => units)
  const totals = [totalOf(cellsOf(left.data)), totalOf(cellsOf(right.data))] as const
  const verdict = totalsAgree(...totals)
  const shown = left.data.items[0]
  if (!shown) return null
  const open = (unitId: string, structureOn: string) =>
    openFigure({ ...FIGURE_DEFAULTS, ...figureOptions(view), item, unitId, period: view.period, structureOn })
  const side = (units: readonly PairedUnit[], day: string, place: 0 | 1) => (
    <Section
      title={m.structureOn(formatDay(day))}
      lead={m.unitsOn(formatNumber(units.length), formatDay(day))}
      key={place}
    >
      <SideTable
        label={`${m.result}, ${m.structureOn(formatDay(day))}`}
        item={shown}
        units={units}
        cells={cellsOf(place === 0 ? left.data : right.data)}
        total={totals[place]}
        onOpen={(unitId) => open(unitId, day)}
      />
    </Section>
  )
  return (
    <>
      <div aria-live="polite">
        <StatusChip tone={verdict === 'agree' ? 'good' : verdict === 'differ' ? 'bad' : 'neutral'}>
          {{ agree: m.totalsAgree, differ: m.totalsDiffer, unknown: m.totalsUnknown }[verdict]}
        </StatusChip>
      </div>
      <div className={classes.pair}>
        {side(paired.before, before, 0)}
        {side(paired.after, after, 1)}
      </div>
    </>
  )
}

function useSide(view: CurrentView, item: contract.Item, units: readonly PairedUnit[], structureOn: string) {
  return useOperation(
    contract.getFigures,
    units.length > 0
      ? {
          ...figureOptions(view),
          items: [item],
          units: units.map(({ id }) => id),
          periods: [view.period],
          structureOn,
        }
      : null,
    { topics: [FIGURES_TOPIC], keepPrevious: true },
  )
}

/** What can be compared: indicators with a formula, then measures. */
function useItems(chosen: string | undefined, day: string) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const indicators = useOperation(contract.listIndicators, { day })
  const measures = useOperation(contract.listMeasures, {})
  const options = [
    ...(indicators.data?.indicators ?? [])
      .filter(({ numerator }) => numerator !== null)
      .map(({ code, name, part }) => ({
        value: `indicator:${code}`,
        label: `${code} ${say(name)}${part ? ` – ${say(part)}` : ''}`,
        group: m.indicators,
      })),
    ...(measures.data?.measures ?? []).map(({ code, name }) => ({
      value: `measure:${code}`,
      label: say(name),
      group: m.measure,
    })),
  ]
  const value = options.find((option) => option.value === chosen)?.value ?? options[0]?.value
  const [kind, code] = value?.split(':') ?? []
  const item: contract.Item | null = code ? { kind: kind === 'measure' ? 'measure' : 'indicator', code } : null
  return { options, item }
}
