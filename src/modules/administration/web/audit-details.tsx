import { Button, Code, Stack, Text } from '@mantine/core'
import { CopyButton } from '#ui/copy-button.tsx'
import { Facts } from '#ui/facts.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { useProblemText } from '#ui/problem.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { AuditEntry } from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { useOperationName } from './open-api.ts'

/** Done, read, or refused with the reason in words. */
export function Outcome({ outcome, long = false }: { readonly outcome: string; readonly long?: boolean }) {
  const m = useMessages({ vi, en })
  const say = useProblemText()
  if (outcome === 'done') return <StatusChip tone="good">{m.audit.done}</StatusChip>
  if (outcome === 'read') return <StatusChip tone="neutral">{m.audit.read}</StatusChip>
  return (
    <Stack gap={4} align="start">
      <StatusChip tone="bad">{m.audit.refused}</StatusChip>
      {long && (
        <Text size="sm">
          {say.detail({ path: '', code: outcome, message: outcome })} <Code>{outcome}</Code>
        </Text>
      )}
    </Stack>
  )
}

type Props = { readonly entry: AuditEntry; readonly onOnlyActor: (actorId: string) => void }

/** One row of the log in full. */
export function AuditDetails({ entry, onOnlyActor }: Props) {
  const m = useMessages({ vi, en })
  const name = useOperationName()
  const kinds: Readonly<Record<string, string>> = m.audit.kinds
  const { actorId } = entry
  return (
    <Stack>
      <Facts
        columns={1}
        facts={[
          { label: m.when, value: formatMoment(entry.at) },
          {
            label: m.audit.operation,
            value: (
              <>
                {name(entry.operation)} <Code>{entry.operation}</Code>
              </>
            ),
          },
          { label: m.audit.actor, value: entry.actorName || m.audit.nobody },
          { label: m.audit.actorKind, value: kinds[entry.actorKind] ?? entry.actorKind },
          { label: m.audit.outcome, value: <Outcome outcome={entry.outcome} long /> },
          { label: m.audit.address, value: entry.address || '—' },
          { label: m.audit.requestId, value: <Copied text={entry.requestId} /> },
          {
            label: m.audit.target,
            value: (
              <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {JSON.stringify(entry.target, null, 2)}
              </Code>
            ),
          },
          ...(entry.reason ? [{ label: m.audit.reason, value: entry.reason }] : []),
          {
            label: m.audit.inputHash,
            value: (
              <>
                <Copied text={entry.inputHash} />
                <Text size="xs" c="dimmed">
                  {m.audit.inputHashHint}
                </Text>
              </>
            ),
          },
        ]}
      />
      {actorId && (
        <Button variant="default" onClick={() => onOnlyActor(actorId)}>
          {m.audit.onlyActor(entry.actorName)}
        </Button>
      )}
    </Stack>
  )
}

function Copied({ text }: { readonly text: string }) {
  return (
    <>
      <Code style={{ overflowWrap: 'anywhere' }}>{text}</Code> <CopyButton text={text} />
    </>
  )
}
