import { Anchor, Stack, Text } from '@mantine/core'
import { useLabel, useMessages } from '#ui/language.tsx'
import { CORRECTION_WORDS, NO_CORRECTION, PART_WORDS } from '../domain/finding-words.ts'
import type { Words } from '../domain/words.ts'
import type { CardActions } from './card-actions.ts'
import classes from './finding.module.css'
import { FindingDecision } from './finding-decision.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import type { ShownFinding } from './shown-finding.ts'

type Props = { readonly finding: ShownFinding; readonly auditId: string; readonly actions: CardActions }

/** What the document says, the computation, why both cannot be, the correction, and what people said of it. */
export function FindingBody({ finding, auditId, actions }: Props) {
  const say = useLabel()
  const { stated, worked, why, notes = [] } = finding
  return (
    <Stack gap={10} mt={8}>
      <dl className={classes.parts}>
        <Part name={PART_WORDS.where}>
          <Places finding={finding} actions={actions} />
        </Part>
        <Part name={PART_WORDS.stated}>{say(stated)}</Part>
        <Part name={PART_WORDS.worked}>
          <span className={classes.worked}>{say(worked)}</span>
        </Part>
        <Part name={PART_WORDS.why}>{say(why)}</Part>
        <Part name={PART_WORDS.correction}>
          <CorrectionOf finding={finding} />
        </Part>
        {notes.length > 0 && (
          <Part name={PART_WORDS.notes}>
            {notes.map((note) => (
              <p key={note.vi}>{say(note)}</p>
            ))}
          </Part>
        )}
      </dl>
      <FindingDecision finding={finding} auditId={auditId} onDismiss={() => actions.onDismiss(finding)} />
    </Stack>
  )
}

function Part({ name, children }: { readonly name: Words; readonly children: React.ReactNode }) {
  const say = useLabel()
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Each place leads to where it stands. */
function Places({ finding, actions }: Pick<Props, 'finding' | 'actions'>) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <ul className={classes.places}>
      {finding.places.map(({ where, quote, block, row, column, from }, place) => (
        <li key={`${block} ${row} ${column} ${from} ${place}`}>
          <Anchor
            component="button"
            type="button"
            ta="start"
            inherit
            aria-label={m.goToPlace(say(where))}
            onClick={() => actions.onGoTo(finding, place)}
          >
            {say(where)}
          </Anchor>
          {quote !== '' && <q lang="vi">{quote.length > 160 ? `${quote.slice(0, 160)}…` : quote}</q>}
        </li>
      ))}
    </ul>
  )
}

function CorrectionOf({ finding: { correction } }: Pick<Props, 'finding'>) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  if (!correction) return <Text size="sm">{say(NO_CORRECTION)}</Text>
  const { kind, says, changes, confirmedBy } = correction
  return (
    <>
      <p>
        <b>{say(CORRECTION_WORDS[kind])}.</b> {say(says)}
      </p>
      {changes.map(({ spot, from, to }) => (
        <p key={`${spot.block} ${spot.row} ${spot.column} ${spot.from} ${to}`} className={classes.change}>
          <del aria-label={`${m.before}: ${from}`}>{from}</del>
          <span aria-hidden="true">→</span>
          <ins aria-label={`${m.after}: ${to}`}>{to}</ins>
        </p>
      ))}
      {confirmedBy.length > 0 && (
        <Text size="xs" c="dimmed">
          ✓ {m.confirmedIn}
        </Text>
      )}
    </>
  )
}
