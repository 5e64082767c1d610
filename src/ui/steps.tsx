import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './steps.module.css'
import { useWords } from './words.ts'

type Step = {
  readonly key: string
  readonly label: string
  readonly state: 'done' | 'current' | 'waiting' | 'returned'
  /** Who and when, underneath. */
  readonly note?: ReactNode
}

/** How far something has come on its way through the offices. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  const words = useWords()
  return (
    <ol className={classes.steps} aria-label={label}>
      {steps.map(({ key, label: text, state, note }, place) => (
        <li
          key={key}
          className={classes.step}
          data-state={state}
          {...(state === 'current' && { 'aria-current': 'step' })}
        >
          <span className={classes.mark} aria-hidden="true">
            {state === 'done' ? (
              <IconCheck size={15} stroke={3} />
            ) : state === 'returned' ? (
              <IconArrowBackUp size={15} stroke={2.4} />
            ) : (
              place + 1
            )}
          </span>
          <span className={classes.text}>
            <span className={classes.label}>{text}</span>
            <span className={classes.state}>{note ?? words[state]}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
