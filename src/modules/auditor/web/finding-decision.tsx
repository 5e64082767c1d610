import { Button, Group, Stack, Text } from '@mantine/core'
import { useLabel, useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { ProblemAlert } from '#ui/problem.tsx'
import { useMay } from '#ui/session.tsx'
import type { Decision } from '../contract.ts'
import { STATE_WORDS } from '../domain/finding-words.ts'
import classes from './finding.module.css'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import type { ShownFinding } from './shown-finding.ts'
import { useDecide } from './use-decide.ts'

type Props = { readonly finding: ShownFinding; readonly auditId: string; readonly onDismiss: () => void }

/** What people said of the finding, and the buttons to say it. */
export function FindingDecision({ finding, auditId, onDismiss }: Props) {
  const m = useMessages({ vi, en })
  const may = useMay()
  const decide = useDecide()
  const { state, decision, earlier, key } = finding
  return (
    <Stack gap={8} className={classes.decision ?? ''}>
      {decision && <Said decision={decision} />}
      {earlier && (
        <div className={classes.earlier}>
          <Text size="xs" fw={600}>
            {m.earlier}
          </Text>
          <Said decision={earlier} then />
        </div>
      )}
      {decide.error && <ProblemAlert problem={decide.error} />}
      {may('auditor:write') && (
        <Group gap="xs">
          {state === 'open' ? (
            <>
              <Button
                size="compact-sm"
                loading={decide.isPending}
                onClick={() => decide.mutate({ auditId, findingKey: key, decision: 'accepted' })}
              >
                {m.acceptLong}
              </Button>
              <Button size="compact-sm" variant="default" onClick={onDismiss}>
                {m.dismiss}
              </Button>
            </>
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              loading={decide.isPending}
              onClick={() => decide.mutate({ auditId, findingKey: key, decision: 'reopened' })}
            >
              {m.reopen}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  )
}

/** Who decided what, when, in which version and why. */
function Said({ decision, then = false }: { readonly decision: Decision; readonly then?: boolean }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { decision: kind, reason, byName, at, version, stated } = decision
  return (
    <div>
      <Text size="xs">
        <b>{say(STATE_WORDS[kind === 'reopened' ? 'open' : kind])}</b>. {m.decidedBy(byName, formatMoment(at))},{' '}
        {m.inVersion(String(version))}
      </Text>
      {reason !== '' && <Text size="xs">{m.reasonIs(reason)}</Text>}
      {then && <Text size="xs">{m.saidThen(say(stated))}</Text>}
    </div>
  )
}
