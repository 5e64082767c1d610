import { Anchor, Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { usePathPart } from '#ui/address.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/facts.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { TargetChip } from '#ui/target-chip.tsx'
import { Timeline } from '#ui/timeline.tsx'
import * as contract from '../contract.ts'
import { CellFigure } from './cell-figure.tsx'
import { CertaintyChip } from './certainty-chip.tsx'
import classes from './explain.module.css'
import { FIGURE_DEFAULTS } from './figure-address.ts'
import { FigureDrawer } from './figure-drawer.tsx'
import { AcrossUnits, OverPeriods } from './indicator-charts.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { lastDayOf, periodWithDays } from './periods.ts'
import { SetTarget } from './set-target.tsx'
import { FIGURES_TOPIC } from './topics.ts'
import { useOpenFigure } from './use-open-figure.ts'
import { type CurrentView, figureOptions, useView } from './use-view.ts'
import { ViewBar } from './view-bar.tsx'

type Known = z.output<typeof contract.getIndicator.output>

/** One indicator: its figure, its course, how it is computed, its targets and former versions. */
export function IndicatorPage() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const may = useMay()
  const code = usePathPart('code')
  const view = useView()
  const known = useOperation(
    contract.getIndicator,
    { code, day: lastDayOf(view.period, view.regime) ?? undefined },
    { topics: [FIGURES_TOPIC], keepPrevious: true },
  )
  const title = known.data ? say(known.data.indicator.name) : code
  return (
    <Page
      title={title}
      lead={known.data && `${code} · ${say(known.data.indicator.group.name)}`}
      trail={[{ label: m.indicators, to: `/indicators${location.search}` }, { label: code }]}
      width="full"
      actions={
        may('indicators:define') && (
          <LinkButton to={`/define-indicator?code=${encodeURIComponent(code)}`} variant="default">
            {m.newVersion}
          </LinkButton>
        )
      }
    >
      <ViewBar view={view} />
      <Loaded query={known} lines={8}>
        {(answer) => (
          <>
            <Result view={view} known={answer} />
            {view.unit && <OverPeriods view={view} code={code} />}
            {view.unit && <AcrossUnits view={view} code={code} />}
            <Definition known={answer} />
            <Targets known={answer} />
            <Versions known={answer} />
          </>
        )}
      </Loaded>
      <FigureDrawer />
    </Page>
  )
}

type PartProps = { readonly known: Known }

function Result({ view, known: { indicator } }: PartProps & { readonly view: CurrentView }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const openFigure = useOpenFigure()
  const item = { kind: 'indicator' as const, code: indicator.code }
  const { unit, period } = view
  const figures = useOperation(
    contract.getFigures,
    unit ? { items: [item], units: [unit.id], periods: [period], ...figureOptions(view) } : null,
    { topics: [FIGURES_TOPIC], keepPrevious: true },
  )
  if (!unit) return <EmptyState title={m.chooseUnit} body={m.chooseUnitBody} />
  const where = m.inPeriod(unit.name, periodWithDays(period, view.regime, language))
  return (
    <Section title={m.result} lead={where}>
      <Loaded query={figures} lines={2}>
        {({ items, cells }) => {
          const [shown, cell] = [items[0], cells[0]?.[0]?.[0]]
          if (!shown || !cell) return <EmptyState title={m.notMeasurable} />
          return (
            <div className={classes.figure}>
              <CellFigure
                item={shown}
                cell={cell}
                where={where}
                size="large"
                onOpen={() => openFigure({ ...FIGURE_DEFAULTS, ...figureOptions(view), item, unitId: unit.id, period })}
              />
              <Stack gap={6} align="flex-start">
                <Group gap="xs">
                  {cell.state === 'reported' || cell.state === 'zero' ? (
                    <CertaintyChip certainty={cell.certainty} />
                  ) : (
                    <StatusChip>{m.states[cell.state]}</StatusChip>
                  )}
                  {cell.coverage && (
                    <Text size="sm" c="dimmed">
                      {m.coverage(formatNumber(cell.coverage.stated), formatNumber(cell.coverage.expected))}
                    </Text>
                  )}
                </Group>
                {cell.targets.map(({ level, text, verdict }) => (
                  <TargetChip key={level} status={verdict} target={`${m.levels[level]}: ${text}`} />
                ))}
              </Stack>
            </div>
          )
        }}
      </Loaded>
    </Section>
  )
}

function Definition({ known: { indicator, measures } }: PartProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const formula = say(indicator.formula)
  return (
    <Section title={m.definition}>
      <Stack gap="md">
        <Facts
          facts={[
            { label: m.inWords, value: formula || m.notMeasurable },
            { label: m.numerator, value: indicator.numerator ? <Code>{indicator.numerator}</Code> : '—' },
            { label: m.denominator, value: indicator.denominator ? <Code>{indicator.denominator}</Code> : '—' },
            { label: m.unit, value: `${say(indicator.unit)} · ${m.kindsOf[indicator.kind]}` },
            { label: m.better, value: m.betters[indicator.better] },
            { label: m.sourceNote, value: indicator.sourceNote || '—' },
          ]}
        />
        {measures.length > 0 && (
          <Facts
            columns={1}
            facts={measures.map((measure) => ({
              label: measure.code,
              value: `${say(measure.name)} (${say(measure.unit)}, ${measure.source === 'counted' ? m.counted : m.reportedBy})`,
            }))}
          />
        )}
      </Stack>
    </Section>
  )
}

function Targets({ known: { indicator } }: PartProps) {
  const m = useMessages({ vi, en })
  const may = useMay()
  const [setting, setSetting] = useState(false)
  const { targets } = indicator
  return (
    <Section
      title={m.targets}
      actions={
        may('indicators:define') && (
          <Anchor component="button" type="button" size="sm" onClick={() => setSetting(true)}>
            {m.setTarget}
          </Anchor>
        )
      }
    >
      {targets.length === 0 && <Text c="dimmed">{m.noTargets}</Text>}
      <Facts
        facts={targets.map(({ level, text, source, validFrom, validTo }) => ({
          label: `${m.levels[level]} · ${m.validFrom} ${formatDay(validFrom)}${validTo ? ` ${m.validTo} ${formatDay(validTo)}` : ''}`,
          value: (
            <>
              {text}
              {source && (
                <Text size="xs" c="dimmed">
                  {source}
                </Text>
              )}
            </>
          ),
        }))}
      />
      <SetTarget opened={setting} indicator={indicator.code} onClose={() => setSetting(false)} />
    </Section>
  )
}

function Versions({ known: { versions } }: PartProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <Section title={m.versions}>
      <Timeline
        label={m.versions}
        entries={versions.map((version) => ({
          key: `${version.version}`,
          when: `${m.validFrom} ${formatDay(version.validFrom)}${version.validTo ? ` ${m.validTo} ${formatDay(version.validTo)}` : ''}`,
          title: m.version(formatNumber(version.version)),
          body: say(version.formula) || m.notMeasurable,
          tone: version.validTo === null ? ('good' as const) : ('neutral' as const),
        }))}
      />
    </Section>
  )
}
