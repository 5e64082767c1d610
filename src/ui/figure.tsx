import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatNumber, formatPercent } from '#kernel/number.ts'
import classes from './figure.module.css'
import { useWords } from './words.ts'

export type FigureState = 'reported' | 'zero' | 'missing' | 'not-due' | 'not-applicable'
export type Certainty = 'exact' | 'estimated' | 'not-derivable'

type Props = {
  /** What the figure is, with its unit and period: the accessible name. */
  readonly label: string
  readonly value?: number | null
  readonly numerator?: number | null
  readonly denominator?: number | null
  /** `percent`: numerator ÷ denominator, both shown underneath. */
  readonly form?: 'number' | 'percent'
  readonly decimals?: number
  readonly unit?: string
  readonly state?: FigureState
  readonly certainty?: Certainty
  readonly size?: 'cell' | 'normal' | 'large'
  /** Opens formula, numerator, denominator and records; without it the figure is only read. */
  readonly onOpen?: () => void
}

/** A figure that opens: what it says, how sure it is, and whether it was reported at all. */
export function Figure(props: Props) {
  const { label, unit, state = 'reported', certainty = 'exact', size = 'normal', onOpen } = props
  const words = useWords()
  const isAbsent = state === 'missing' || state === 'not-due' || state === 'not-applicable'
  const text = isAbsent || certainty === 'not-derivable' ? null : mainText(props)
  const parts = text === null || size === 'cell' ? null : partsText(props)
  const note = noteOf({ state, certainty, isAbsent })
  const spoken = [text ?? words[note ?? 'missing'], text && unit, parts, text && note && words[note]]
    .filter(Boolean)
    .join(' ')

  const face = (
    <>
      <span className={classes.main}>
        {text === null ? <Absent mark={note ?? 'missing'} /> : <span className={classes.number}>{text}</span>}
        {text && unit && <span className={classes.unit}> {unit}</span>}
        {text && note && <Mark note={note} />}
      </span>
      {parts && <span className={classes.parts}> {parts}</span>}
      {text === null && note && size !== 'cell' && (
        <span className={classes.parts}>
          <span className={classes.note}>{words[note]}</span>
        </span>
      )}
    </>
  )
  if (!onOpen)
    return (
      <span className={classes.figure} data-size={size}>
        {face}
        {note && (size === 'cell' || text !== null) && <VisuallyHidden>{words[note]}</VisuallyHidden>}
      </span>
    )
  return (
    <button
      type="button"
      className={classes.figure}
      data-size={size}
      data-opens
      aria-label={`${label}: ${spoken}; ${words.openFigure}`}
      onClick={onOpen}
    >
      {face}
    </button>
  )
}

type Note = 'zero' | 'missing' | 'notDue' | 'notApplicable' | 'estimated' | 'notDerivable'

function noteOf({
  state,
  certainty,
  isAbsent,
}: {
  state: FigureState
  certainty: Certainty
  isAbsent: boolean
}): Note | null {
  if (isAbsent)
    return ({ missing: 'missing', 'not-due': 'notDue', 'not-applicable': 'notApplicable' } as const)[state as 'missing']
  if (certainty === 'not-derivable') return 'notDerivable'
  if (certainty === 'estimated') return 'estimated'
  return state === 'zero' ? 'zero' : null
}

const SIGNS: Record<Note, string> = {
  zero: '∅',
  missing: '–',
  notDue: '◷',
  notApplicable: '×',
  estimated: '≈',
  notDerivable: '?',
}

function Mark({ note }: { readonly note: Note }): ReactNode {
  const words = useWords()
  return (
    <span className={classes.mark} data-note={note} title={words[note]} aria-hidden="true">
      {SIGNS[note]}
    </span>
  )
}

function Absent({ mark }: { readonly mark: Note }): ReactNode {
  const words = useWords()
  return (
    <span className={classes.absent} data-note={mark} title={words[mark]} aria-hidden="true">
      {SIGNS[mark]}
    </span>
  )
}

function mainText({ value, numerator, denominator, form = 'number', decimals }: Props): string {
  if (form === 'percent') return formatPercent(numerator ?? null, denominator ?? null, decimals)
  return formatNumber(value ?? null, decimals)
}

function partsText({ numerator, denominator, form }: Props): string | null {
  if (form !== 'percent' || numerator === undefined || denominator === undefined) return null
  return `${formatNumber(numerator)} / ${formatNumber(denominator)}`
}
