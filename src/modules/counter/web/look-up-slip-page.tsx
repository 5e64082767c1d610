import { Alert, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { BareFrame } from '#ui/bare-frame.tsx'
import { Facts } from '#ui/facts.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Lines } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { lookUpSlip, type SlipFound } from '../contract.ts'
import { slipFrom } from '../domain/statement.ts'
import { useCounterWords } from './use-words.ts'

const TONES = {
  provisional: 'warning',
  received: 'good',
  refused: 'warning',
  void: 'neutral',
  revoked: 'bad',
} as const satisfies Record<SlipFound['state'], string>

/** What became of a provisional receipt, for whoever holds it. */
export function LookUpSlipPage() {
  const m = useCounterWords()
  const [slip] = useState(() => slipFrom(location.hash.slice(1)))
  useEffect(() => {
    // It has been read: it need not stay in the address bar for the next to look at the screen.
    if (location.hash) history.replaceState(history.state, '', location.pathname)
  }, [])
  const { data, error } = useOperation(lookUpSlip, slip)
  return (
    <BareFrame title={m.lookUpTitle}>
      <Stack gap="md">
        <Title order={1}>{m.lookUpTitle}</Title>
        {slip === null && <Text>{m.lookUpNone}</Text>}
        {slip && !data && !error && <Lines />}
        {error && <ProblemAlert problem={error} />}
        {data && <Found found={data} />}
      </Stack>
    </BareFrame>
  )
}

function Found({ found: { number, unitName, counterName, takenAt, state, received } }: { readonly found: SlipFound }) {
  const m = useCounterWords()
  return (
    <Stack gap="md">
      <output>
        <StatusChip tone={TONES[state]}>{m.slipStates[state]}</StatusChip>
      </output>
      <Facts
        columns={1}
        facts={[
          ...(received
            ? [
                { label: m.code, value: <strong>{received.code}</strong> },
                { label: m.dueAt, value: received.dueAt ? formatMoment(received.dueAt) : '–' },
              ]
            : []),
          { label: m.number, value: <code>{number}</code> },
          { label: m.unit, value: `${unitName} · ${counterName}` },
          { label: m.takenAt, value: formatMoment(takenAt) },
        ]}
      />
      {received ? (
        <LinkTo to={`/tra-cuu?ma=${encodeURIComponent(received.code)}#${received.secret}`}>{m.followCase}</LinkTo>
      ) : (
        <Alert color="warning">{m.slipWarning}</Alert>
      )}
    </Stack>
  )
}
