import { Text } from '@mantine/core'
import type { z } from 'zod'
import type { Cell, ItemShown } from '#modules/indicators/contract.ts'
import { FIGURE_DEFAULTS, useOpenFigure } from '#modules/indicators/web/index.tsx'
import { Figure } from '#ui/figure.tsx'
import { useLabel } from '#ui/language.tsx'
import { drawnNumber } from '../domain/standing.ts'

type Item = z.infer<typeof ItemShown>
type Props = {
  readonly item: Item
  readonly cell: Cell
  readonly unit: { readonly id: string; readonly name: string }
  readonly period: { readonly key: string; readonly label: { readonly vi: string; readonly en: string } }
  readonly size?: 'cell' | 'normal' | 'large'
}

/** One figure of one unit and period; opens to what stands behind it. */
export function StandingFigure({ item, cell, unit, period, size = 'cell' }: Props) {
  const say = useLabel()
  const openFigure = useOpenFigure()
  const label = `${say(item.name)}, ${unit.name}, ${say(period.label)}`
  const onOpen = () =>
    openFigure({ ...FIGURE_DEFAULTS, item: { kind: item.kind, code: item.code }, unitId: unit.id, period: period.key })
  if (cell.state === 'no-source')
    return (
      <Text size="sm" c="dimmed">
        —
      </Text>
    )
  const shared = { label, size, onOpen, decimals: item.decimals }
  if (cell.state === 'not-derivable') return <Figure {...shared} certainty="not-derivable" />
  const state = cell.state === 'text' ? 'missing' : cell.state
  const certainty = cell.certainty
  if (item.form === 'ratio' && item.factor === 100) {
    return (
      <Figure
        {...shared}
        form="percent"
        state={state}
        certainty={certainty}
        numerator={toNumber(cell.numerator)}
        denominator={toNumber(cell.denominator)}
      />
    )
  }
  return (
    <Figure
      {...shared}
      state={state}
      certainty={certainty}
      value={drawnNumber(cell, item.factor)}
      unit={say(item.unit)}
    />
  )
}

function toNumber(text: string | null): number | null {
  return text === null ? null : Number(text)
}
