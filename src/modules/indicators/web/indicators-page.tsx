import { Group, Switch, Text } from '@mantine/core'
import { useMemo } from 'react'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { matches } from '#kernel/text.ts'
import { useAddress } from '#ui/address.ts'
import { saveText } from '#ui/csv.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import * as contract from '../contract.ts'
import { VERDICTS } from '../domain/words.ts'
import { FIGURE_DEFAULTS } from './figure-address.ts'
import { FigureDrawer } from './figure-drawer.tsx'
import { FileButton } from './file-button.tsx'
import { indicatorsCsv } from './indicators-csv.ts'
import { type IndicatorRow, IndicatorsTable } from './indicators-table.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { lastDayOf, periodWithDays } from './periods.ts'
import { FIGURES_TOPIC } from './topics.ts'
import { useOpenFigure } from './use-open-figure.ts'
import { type CurrentView, figureOptions, useView } from './use-view.ts'
import { ViewBar } from './view-bar.tsx'

const Filter = z.object({
  search: z.string().default(''),
  group: z.string().optional(),
  status: z.enum(VERDICTS).optional(),
  /** Leave out what has no number in this period. */
  filled: z.enum(['true']).optional(),
})

const FILLED: readonly contract.Cell['state'][] = ['reported', 'zero', 'text']
const NONE: readonly contract.Indicator[] = []

/** Every indicator with the targets of three levels and what the unit reached. */
export function IndicatorsPage() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { language } = useLanguage()
  const may = useMay()
  const view = useView()
  const [filter, setFilter] = useAddress(Filter)
  const indicators = useOperation(
    contract.listIndicators,
    { day: lastDayOf(view.period, view.regime) ?? undefined },
    { topics: [FIGURES_TOPIC], keepPrevious: true },
  )
  const listed = indicators.data?.indicators ?? NONE
  const figures = useFigures(view, listed)
  const rows = useMemo(() => rowsOf(listed, figures.data), [listed, figures.data])
  const shown = rows.filter((row) => isShown(row, filter))
  const groups = [...new Map(listed.map(({ group }) => [group.code, group])).values()]
  const openFigure = useOpenFigure()
  const where = m.inPeriod(view.unit?.name ?? '', periodWithDays(view.period, view.regime, language))
  return (
    <Page
      title={m.indicators}
      lead={m.indicatorsLead}
      width="full"
      actions={
        <>
          <FileButton
            label={m.exportCsv}
            disabled={!figures.data}
            fetchFile={async () => saveText(`${m.indicators}.csv`, indicatorsCsv(shown, where, say, m))}
          />
          {may('indicators:define') && (
            <LinkButton to="/define-indicator" variant="default">
              {m.newIndicator}
            </LinkButton>
          )}
        </>
      }
    >
      <ViewBar view={view} />
      <Group align="center" gap="sm">
        <SearchField label={m.search} value={filter.search} width={320} onChange={(search) => setFilter({ search })} />
        <SelectField
          aria-label={m.group}
          label=""
          placeholder={m.everyGroup}
          clearable
          searchable={false}
          options={groups.map(({ code, name }) => ({ value: code, label: say(name) }))}
          value={filter.group ?? null}
          onChange={(group) => setFilter({ group: group ?? undefined })}
        />
        <SelectField
          aria-label={m.status}
          label=""
          placeholder={m.everyStatus}
          clearable
          options={VERDICTS.map((value) => ({ value, label: m.verdicts[value] }))}
          value={filter.status ?? null}
          onChange={(status) => setFilter({ status: VERDICTS.find((value) => value === status) })}
        />
        <Switch
          label={m.onlyFilled}
          checked={filter.filled === 'true'}
          onChange={(event) => setFilter({ filled: event.currentTarget.checked ? 'true' : undefined })}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          {m.count(formatNumber(shown.length))}
        </Text>
      </Group>
      {figures.isError && <ProblemAlert problem={figures.error} onRetry={() => figures.refetch()} />}
      {!view.unit && <EmptyState title={m.chooseUnit} body={m.chooseUnitBody} />}
      <Loaded query={indicators} lines={10}>
        {() => (
          <IndicatorsTable
            rows={shown}
            where={where}
            empty={<EmptyState title={m.nothingMatches} body={m.nothingMatchesBody} />}
            link={(code) => `/indicators/${code}${location.search}`}
            onOpen={({ indicator }) => {
              if (!view.unit) return
              const item = { kind: 'indicator' as const, code: indicator.code }
              const { period } = view
              openFigure({ ...FIGURE_DEFAULTS, ...figureOptions(view), item, unitId: view.unit.id, period })
            }}
          />
        )}
      </Loaded>
      <FigureDrawer />
    </Page>
  )
}

function useFigures(view: CurrentView, indicators: readonly contract.Indicator[]) {
  const ready = view.unit !== null && indicators.length > 0
  return useOperation(
    contract.getFigures,
    ready
      ? {
          items: indicators.map(({ code }) => ({ kind: 'indicator' as const, code })),
          units: [view.unit?.id ?? ''],
          periods: [view.period],
          ...figureOptions(view),
        }
      : null,
    { topics: [FIGURES_TOPIC], keepPrevious: true },
  )
}

type Figures = z.output<typeof contract.getFigures.output>

function rowsOf(indicators: readonly contract.Indicator[], figures: Figures | undefined): readonly IndicatorRow[] {
  const places = new Map((figures?.items ?? []).map(({ code }, place) => [code, place]))
  return indicators.map((indicator) => {
    const place = places.get(indicator.code)
    if (!figures || place === undefined) return { indicator, item: null, cell: null }
    return { indicator, item: figures.items[place] ?? null, cell: figures.cells[place]?.[0]?.[0] ?? null }
  })
}

/** Words in any order, with or without marks, in either language. */
function isShown({ indicator, cell }: IndicatorRow, { search, group, status, filled }: z.output<typeof Filter>) {
  if (filled && cell && !FILLED.includes(cell.state)) return false
  if (group && indicator.group.code !== group) return false
  if (status && !(cell?.targets ?? []).some(({ verdict }) => verdict === status)) return false
  if (search.trim() === '') return true
  const { name, part, code } = indicator
  return matches(search, [code, name.vi, name.en, part?.vi, part?.en].filter(Boolean).join(' ')) !== null
}
