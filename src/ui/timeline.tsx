import type { ReactNode } from 'react'
import classes from './timeline.module.css'

type Entry = {
  readonly key: string
  /** When, as shown: a day or a moment. */
  readonly when: string
  readonly title: ReactNode
  readonly body?: ReactNode
  readonly tone?: 'neutral' | 'info' | 'good' | 'warning' | 'bad' | 'lamp'
}

/** What happened, newest where the caller puts it. */
export function Timeline({ entries, label }: { readonly entries: readonly Entry[]; readonly label?: string }) {
  return (
    <ol className={classes.list} aria-label={label}>
      {entries.map(({ key, when, title, body, tone = 'info' }) => (
        <li key={key} className={classes.entry} data-tone={tone}>
          <div className={classes.when}>{when}</div>
          <div className={classes.title}>{title}</div>
          {body && <div className={classes.body}>{body}</div>}
        </li>
      ))}
    </ol>
  )
}
