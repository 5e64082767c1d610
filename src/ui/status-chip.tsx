import type { ReactNode } from 'react'
import classes from './status-chip.module.css'

type Props = {
  readonly tone?: 'neutral' | 'info' | 'good' | 'warning' | 'bad' | 'lamp'
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A state in one or two words; colour helps, the words say it. */
export function StatusChip({ tone = 'neutral', icon, children }: Props) {
  return (
    <span className={classes.chip} data-tone={tone}>
      {icon ?? <span className={classes.dot} aria-hidden="true" />}
      {children}
    </span>
  )
}
