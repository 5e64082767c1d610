import type { ReactNode } from 'react'
import classes from './status-chip.module.css'

type Props = {
  readonly tone?: 'neutral' | 'info' | 'good' | 'warning' | 'bad' | 'lamp'
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** So many letters stay on one line; a sentence breaks rather than widen the page. */
const SHORT = 24

/** A state in one or two words; colour helps, the words say it. */
export function StatusChip({ tone = 'neutral', icon, children }: Props) {
  return (
    <span
      className={classes.chip}
      data-tone={tone}
      data-short={(typeof children === 'string' && children.length <= SHORT) || undefined}
    >
      {icon ?? <span className={classes.dot} aria-hidden="true" />}
      {children}
    </span>
  )
}
