import { Anchor, Button, List, Stack, Text } from '@mantine/core'
import { formatNumber, formatPercent } from '#kernel/number.ts'
import { periodKey } from '#kernel/period.ts'
import { useOpenFigure } from '#modules/indicators/web/index.tsx'
import { Facts } from '#ui/facts.tsx'
import { Formula } from '#ui/formula.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { SideDrawer } from '#ui/side-drawer.tsx'
import type { Figure } from '../domain/figure.ts'
import type { FilledReport } from '../domain/filled.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = {
  readonly report: FilledReport
  readonly figureKey: string | null
  readonly onFigure: (key: string) => void
  readonly onClose: () => void
}

/** What the report itself knows of one of its numbers, and the way on to the records behind it. */
export function FigurePanel({ report, figureKey, onFigure, onClose }: Props) {
  const m = useMessages({ vi, en })
  const figure = figureKey === null ? undefined : report.figures[figureKey]
  return (
    <SideDrawer opened={figure !== undefined} title={m.figure} onClose={onClose}>
      {figure && (
        <Stack gap="lg">
          <div>
            <Text fw={600}>{figure.name}</Text>
            <Text c="dimmed" size="sm">
              {figure.unitName}
            </Text>
          </div>
          {figure.numerator !== null && figure.denominator !== null && (
            <Formula numerator={formatNumber(figure.numerator)} denominator={formatNumber(figure.denominator)} />
          )}
          <FactsOf figure={figure} />
          {figure.parts.length > 0 && <Parts report={report} figure={figure} onFigure={onFigure} />}
          {figure.parts.length === 0 && <Source report={report} figure={figure} onOpened={onClose} />}
        </Stack>
      )}
    </SideDrawer>
  )
}

function FactsOf({ figure }: { readonly figure: Figure }) {
  const m = useMessages({ vi, en })
  const { numerator, denominator, value, unitOfMeasure, note, targets } = figure
  const printed = value !== null ? `${formatNumber(value)} ${unitOfMeasure}` : formatPercent(numerator, denominator)
  const facts = [
    { label: m.printed, value: printed },
    { label: m.numerator, value: numerator === null ? null : formatNumber(numerator) },
    { label: m.denominator, value: denominator === null ? null : formatNumber(denominator) },
    { label: m.formula, value: figure.formula || null },
    { label: m.days, value: `${formatDay(figure.from)} – ${formatDay(figure.to)}` },
    { label: m.certainty, value: m.quality[figure.quality] },
    { label: m.targets, value: targets.map(({ level, text }) => `${m.levels[level]}: ${text}`).join('; ') || null },
    { label: m.noteOfUnit, value: note },
  ]
  return <Facts columns={1} facts={facts.filter((fact) => fact.value !== null)} />
}

function Parts({ report, figure, onFigure }: Pick<Props, 'report' | 'onFigure'> & { readonly figure: Figure }) {
  const m = useMessages({ vi, en })
  return (
    <div>
      <Text fw={600} mb={6}>
        {m.parts}
      </Text>
      <List spacing={4}>
        {figure.parts.map((key) => {
          const part = report.figures[key]
          return (
            part && (
              <List.Item key={key}>
                <Anchor component="button" type="button" onClick={() => onFigure(key)}>
                  {part.unitName}: {formatNumber(part.value ?? part.numerator)}
                </Anchor>
              </List.Item>
            )
          )
        })}
      </List>
    </div>
  )
}

type SourceProps = Pick<Props, 'report'> & { readonly figure: Figure; readonly onOpened: () => void }

function Source({ report, figure, onOpened }: SourceProps) {
  const m = useMessages({ vi, en })
  const openFigure = useOpenFigure()
  return (
    <Button
      onClick={() => {
        onOpened()
        openFigure({
          item: figure.subject,
          unitId: figure.unitId,
          period: periodKey(figure.period),
          regime: report.regime,
          reach: figure.reach,
          structureOn: report.structureDay,
          knownAt: null,
          standing: 'submitted',
        })
      }}
    >
      {m.openSource}
    </Button>
  )
}
