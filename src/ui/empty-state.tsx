import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

type Props = {
  readonly title: string
  readonly body?: ReactNode
  readonly action?: ReactNode
  readonly icon?: ReactNode
}

/** Says why nothing is here and what to do about it. */
export function EmptyState({ title, body, action, icon }: Props) {
  return (
    <div className={classes.box}>
      {icon ?? <CalmSea />}
      <Text fw={600}>{title}</Text>
      {body && (
        <Text component="div" size="sm" c="dimmed" maw="48ch">
          {body}
        </Text>
      )}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}

/** A lamp over still water: nothing to see yet, all is well. */
function CalmSea() {
  return (
    <svg width="112" height="56" viewBox="0 0 112 56" fill="none" aria-hidden="true" className={classes.sea}>
      <circle cx="56" cy="20" r="9" className={classes.lamp} />
      <path d="M34 20h-16M94 20H78M40 8 30 2M72 8l10-6" className={classes.ray} />
      <path d="M4 40c9-6 17-6 26 0s17 6 26 0 17-6 26 0 17 6 26 0" className={classes.wave} />
      <path d="M16 51c7-4 13-4 20 0s13 4 20 0 13-4 20 0 13 4 20 0" className={classes.wave} data-far />
    </svg>
  )
}
