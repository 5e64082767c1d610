import { Text, UnstyledButton } from '@mantine/core'
import { useId } from 'react'
import { useLabel, useMessages } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { STATE_WORDS } from '../domain/finding-words.ts'
import type { CardActions } from './card-actions.ts'
import classes from './finding.module.css'
import { FindingBody } from './finding-body.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { SeverityShape, SeverityWord } from './severity.tsx'
import type { ShownFinding } from './shown-finding.ts'

type Props = {
  readonly finding: ShownFinding
  readonly ruleTitle: string
  readonly auditId: string
  readonly isOpen: boolean
  readonly actions: CardActions
}

const TONES = { open: 'neutral', accepted: 'warning', dismissed: 'neutral' } as const

/** One finding: shut it says what and where, open everything that is known of it. */
export function FindingCard({ finding, ruleTitle, auditId, isOpen, actions }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const id = useId()
  const { number, severity, state, places } = finding
  const where = places[0]?.where
  return (
    <section
      id={`finding-${finding.id}`}
      className={classes.card}
      data-severity={severity}
      data-open={isOpen || undefined}
      aria-labelledby={id}
    >
      <h3 id={id} className={classes.title}>
        <UnstyledButton
          className={classes.head}
          aria-expanded={isOpen}
          data-card={finding.id}
          onClick={() => actions.onChoose(isOpen ? null : finding.id)}
        >
          <span className={classes.number} data-severity={severity}>
            <SeverityShape severity={severity} hollow={state !== 'open'} />
            {number}
          </span>
          <span className={classes.rule}>{ruleTitle}</span>
        </UnstyledButton>
      </h3>
      <div className={classes.chips}>
        <SeverityWord severity={severity} />
        {state !== 'open' && <StatusChip tone={TONES[state]}>{say(STATE_WORDS[state])}</StatusChip>}
        {state === 'open' && finding.earlier && <StatusChip tone="info">{m.decidedBefore}</StatusChip>}
      </div>
      {!isOpen && where && (
        <Text size="xs" c="dimmed" lineClamp={2}>
          {say(where)}
        </Text>
      )}
      {isOpen && <FindingBody finding={finding} auditId={auditId} actions={actions} />}
    </section>
  )
}
