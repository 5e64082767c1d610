import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './figure.module.css'
import { type FigureNote, type FigureValue, figureText } from './figure-text.ts'
import { useWords } from './words.ts'

type Props = FigureValue & {
  /** What the figure is, with its unit and period: the accessible name. */
  readonly label: string
  readonly unit?: string
  readonly size?: 'cell' | 'normal' | 'large'
  /** Opens formula, numerator, denominator and records; without it the figure is only read. */
  readonly onOpen?: () => void
}

/** A figure that opens: what it says, how sure it is, and whether it was reported at all. */
export function Figure(props: Props) {
  const { label, unit, size = 'normal', onOpen } = props
  const words = useWords()
  const { text, parts, note } = textOf(props)
  const face = <Face {...props} />
  if (!onOpen)
    return (
      <span className={classes.figure} data-size={size}>
        {face}
        {note && (size === 'cell' || text !== null) && <VisuallyHidden>{words[note]}</VisuallyHidden>}
      </span>
    )
  const shownParts = size === 'cell' ? null : parts
  const spoken = text === null ? [note && words[note]] : [text, unit, shownParts, note && words[note]]
  return (
    <button
      type="button"
      className={classes.figure}
      data-size={size}
      data-opens
      aria-label={`${label}: ${spoken.filter(Boolean).join(' ')}; ${words.openFigure}`}
      onClick={onOpen}
    >
      {face}
    </button>
  )
}

/** In a table of figures only what is not exact is marked. */
function textOf(props: Props) {
  const figure = figureText(props)
  return props.size === 'cell' && figure.note === 'exact' ? { ...figure, note: null } : figure
}

function Face(props: Props): ReactNode {
  const { unit, size = 'normal' } = props
  const words = useWords()
  const { text, parts, note } = textOf(props)
  if (text === null)
    return (
      <>
        <span className={classes.main}>{note && <Sign note={note} className={classes.absent} />}</span>
        {note && size !== 'cell' && (
          <span className={classes.parts}>
            <span className={classes.note}>{words[note]}</span>
          </span>
        )}
      </>
    )
  return (
    <>
      <span className={classes.main}>
        <span className={classes.number}>{text}</span>
        {unit && <span className={classes.unit}> {unit}</span>}
        {note && <Sign note={note} className={classes.mark} />}
      </span>
      {parts && size !== 'cell' && <span className={classes.parts}> {parts}</span>}
    </>
  )
}

/** `…` and `–` mean in the statistical yearbooks of Vietnam what they mean here: not collected, and nothing to collect. */
const SIGNS: Record<FigureNote, string> = {
  exact: '✓',
  zero: '∅',
  missing: '…',
  notDue: '◷',
  notApplicable: '–',
  estimated: '≈',
  notDerivable: '?',
}

/** A sign beside or instead of the digits; the words for it are spoken and shown on pointing. */
function Sign({ note, className }: { readonly note: FigureNote; readonly className: string | undefined }) {
  const words = useWords()
  return (
    <span className={className} data-note={note} title={words[note]} aria-hidden="true">
      {SIGNS[note]}
    </span>
  )
}
