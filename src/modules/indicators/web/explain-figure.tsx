import { Group, Stack, Text, Title } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { Formula } from '#ui/formula.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { TargetChip } from '#ui/target-chip.tsx'
import * as contract from '../contract.ts'
import { CellFigure } from './cell-figure.tsx'
import { CertaintyChip } from './certainty-chip.tsx'
import { CheckLine } from './check-line.tsx'
import { Contributions } from './contributions.tsx'
import classes from './explain.module.css'
import type { Explanation } from './explanation.ts'
import type { FigureKey } from './figure-address.ts'
import { MeasureParts } from './measure-parts.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { periodWithDays } from './periods.ts'
import { Records } from './records.tsx'
import { FIGURES_TOPIC } from './topics.ts'
import type { FigureTab } from './use-open-figure.ts'

type Props = {
  readonly figure: FigureKey
  readonly tab: FigureTab
  readonly onTab: (tab: FigureTab) => void
  readonly onOpen: (figure: FigureKey, tab?: FigureTab) => void
}

/** One figure taken apart: formula, parts, units, records, and the proof that they add up. */
export function ExplainFigure({ figure, tab, onTab, onOpen }: Props) {
  const m = useMessages({ vi, en })
  const explanation = useOperation(contract.explainFigure, figure, { topics: [FIGURES_TOPIC] })
  const records = () => <Records figure={figure} />
  return (
    <Loaded query={explanation} lines={8}>
      {(known) => {
        const units = () => (
          <Stack gap="xs">
            {figure.item.kind === 'measure' && <Checks known={known} />}
            <Contributions figure={figure} explanation={known} onOpen={onOpen} />
          </Stack>
        )
        return (
          <Stack gap="lg">
            <Head figure={figure} known={known} />
            <FormulaOf figure={figure} known={known} onOpen={onOpen} />
            {figure.item.kind === 'indicator' && <Checks known={known} />}
            {figure.item.kind === 'indicator' && (
              <MeasureParts figure={figure} parts={known.measures} onOpen={(key) => onOpen(key, 'records')} />
            )}
            {figure.item.kind === 'measure' ? (
              <Tabs
                label={m.explain}
                value={tab}
                onChange={(key) => onTab(key === 'units' ? 'units' : 'records')}
                tabs={[
                  { key: 'records', label: m.records, content: records },
                  { key: 'units', label: m.byUnit, count: known.contributions.length, content: units },
                ]}
              />
            ) : (
              <Stack gap="xs">
                <Title order={3}>{m.byUnit}</Title>
                {units()}
              </Stack>
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}

type PartProps = { readonly figure: FigureKey; readonly known: Explanation }

function Head({ figure, known: { item, unit, cell } }: PartProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { language } = useLanguage()
  const when = periodWithDays(figure.period, figure.regime, language)
  const isEmpty = cell.state !== 'reported' && cell.state !== 'zero'
  return (
    <div className={classes.head}>
      <Title order={2} className={classes.name}>
        {say(item.name)}
      </Title>
      <Text size="sm" c="dimmed">
        {unit.name} · {when}
        {figure.structureOn && ` · ${m.structureOn(formatDay(figure.structureOn))}`}
        {figure.reach === 'own' && ` · ${m.ownPart}`}
      </Text>
      <div className={classes.figure}>
        <CellFigure item={item} cell={cell} where={`${unit.name}, ${when}`} size="large" />
        <Stack gap={4} align="flex-start">
          {isEmpty ? <StatusChip>{m.states[cell.state]}</StatusChip> : <CertaintyChip certainty={cell.certainty} />}
          {cell.targets.map(({ level, text, verdict }) => (
            <TargetChip key={level} status={verdict} target={`${m.levels[level]}: ${text}`} />
          ))}
        </Stack>
      </div>
      {!isEmpty && <Text size="sm">{m.certaintyWhy[cell.certainty]}</Text>}
      {cell.state === 'not-derivable' && <Text size="sm">{m.certaintyWhy['not-derivable']}</Text>}
      <Text size="sm" c="dimmed">
        {[
          cell.coverage && m.coverage(formatNumber(cell.coverage.stated), formatNumber(cell.coverage.expected)),
          cell.freshAt && m.fresh(formatMoment(cell.freshAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {cell.note && cell.state !== 'text' && (
        <Text size="sm" fs="italic">
          {m.note}: {cell.note}
        </Text>
      )}
      {figure.item.kind === 'indicator' && (
        <LinkTo to={`/indicators/${figure.item.code}?unit=${figure.unitId}&period=${figure.period}`} size="sm">
          {m.openIndicator}
        </LinkTo>
      )}
    </div>
  )
}

function FormulaOf({ figure, known, onOpen }: PartProps & Pick<Props, 'onOpen'>) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { item, cell, numeratorFormula, denominatorFormula, measures, unit } = known
  if (figure.item.kind === 'measure' || !numeratorFormula) return null
  const side = (part: 'numerator' | 'denominator' | 'value', words: string, value: string | null) => {
    const alone = measures.filter(({ partOf }) => partOf.includes(part))
    const single = alone.length === 1 ? alone[0]?.measure : undefined
    const shown = { name: { vi: words, en: words }, unit: item.unit, decimals: 6, factor: 1, form: 'value' as const }
    return (
      <span className={classes.side}>
        <span>{words}</span>
        {value !== null && single ? (
          <CellFigure
            item={{ ...shown, decimals: single.decimals, unit: single.unit }}
            cell={{
              state: 'reported',
              value,
              numerator: null,
              denominator: null,
              certainty: cell.certainty,
              note: null,
            }}
            where={unit.name}
            onOpen={() => onOpen({ ...figure, item: { kind: 'measure', code: single.code } }, 'records')}
          />
        ) : (
          <strong>{formatNumber(value)}</strong>
        )}
      </span>
    )
  }
  return (
    <section className={classes.formula} aria-label={m.formula}>
      <Formula
        numerator={side(
          denominatorFormula ? 'numerator' : 'value',
          say(numeratorFormula),
          cell.numerator ?? cell.value,
        )}
        {...(denominatorFormula && { denominator: side('denominator', say(denominatorFormula), cell.denominator) })}
        {...(item.form === 'ratio' && { factor: m.times(item.factor === 100 ? '100%' : formatNumber(item.factor)) })}
        over={m.over}
      />
    </section>
  )
}

function Checks({ known }: { readonly known: Explanation }) {
  const m = useMessages({ vi, en })
  if (known.checks.length === 0) return null
  return (
    <Group component="section" gap="xs" aria-label={m.checkTitle}>
      {known.checks.map((check) => (
        <CheckLine key={check.part} check={check} part={m.partOf[check.part]} />
      ))}
    </Group>
  )
}
