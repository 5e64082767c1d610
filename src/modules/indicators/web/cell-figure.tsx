import { decimalOf, divide, multiply } from '#kernel/decimal.ts'
import { formatNumber } from '#kernel/number.ts'
import { Figure } from '#ui/figure.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { Cell } from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './web.module.css'

type Both = { readonly vi: string; readonly en: string }
export type ShownItem = {
  readonly name: Both
  readonly unit: Both
  readonly decimals: number
  readonly factor: number
  readonly form: 'ratio' | 'value'
}

type Props = {
  readonly item: ShownItem
  readonly cell: Pick<Cell, 'state' | 'value' | 'numerator' | 'denominator' | 'certainty' | 'note'>
  /** Whose and when: part of the accessible name. */
  readonly where: string
  readonly size?: 'cell' | 'normal' | 'large'
  readonly onOpen?: () => void
}

/** A figure of this module as it is shown everywhere: a number that opens, or in words why there is none. */
export function CellFigure({ item, cell, where, size = 'cell', onOpen }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const label = `${say(item.name)}, ${where}`
  const opens = onOpen && { onOpen }
  if (cell.state === 'text' || cell.state === 'no-source') {
    const words = cell.state === 'text' ? (cell.note ?? m.textOnly) : m.notMeasurable
    if (onOpen)
      return (
        <button type="button" className={classes.said} onClick={onOpen} aria-label={`${label}: ${words}`}>
          {cell.state === 'text' ? `“${words}”` : words}
        </button>
      )
    return <StatusChip>{words}</StatusChip>
  }
  const shared = { label, size, certainty: cell.certainty, decimals: item.decimals, ...opens }
  if (cell.state === 'not-derivable') return <Figure {...shared} certainty="not-derivable" />
  const state = cell.state
  if (item.form === 'ratio' && item.factor === 100) {
    return (
      <Figure
        {...shared}
        form="percent"
        state={state}
        numerator={numberOf(cell.numerator)}
        denominator={numberOf(cell.denominator)}
      />
    )
  }
  const value = item.form === 'ratio' ? quotient(cell, item) : numberOf(cell.value)
  const unit = say(item.unit)
  return <Figure {...shared} state={state} value={value} {...(unit && size !== 'cell' && { unit })} />
}

/** Both counts of a ratio as they are printed, `4.602/4.615`; empty for anything else. */
export function partsOf(cell: Pick<Cell, 'numerator' | 'denominator'>): string {
  if (cell.numerator === null && cell.denominator === null) return ''
  return `${formatNumber(cell.numerator)}/${formatNumber(cell.denominator)}`
}

/** The number a chart draws; null leaves a gap. */
export function drawnNumber(item: ShownItem, cell: Pick<Cell, 'value' | 'numerator' | 'denominator'>): number | null {
  return item.form === 'ratio' ? quotient(cell, item) : numberOf(cell.value)
}

function quotient(cell: Pick<Cell, 'numerator' | 'denominator'>, item: ShownItem): number | null {
  if (cell.numerator === null || cell.denominator === null) return null
  const scaled = multiply(decimalOf(cell.numerator), decimalOf(item.factor))
  const ratio = divide(scaled, decimalOf(cell.denominator), item.decimals)
  return ratio && Number(ratio.units) / 10 ** ratio.scale
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text)
}
