import { Container, Select, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { Mark } from '#ui/mark.tsx'
import { Ribbon } from '#ui/ribbon.tsx'
import type { Session } from '#ui/session.tsx'
import { all, type KeptCounter } from './kept.ts'
import { OpenForm } from './open-form.tsx'
import { useCounterWords } from './use-words.ts'

/** The screen closes after this long without a key or pointer, when no server can say. */
const IDLE_SECONDS = 900

type Props = {
  /** The permanent band, such as "Demonstration data". */
  readonly ribbon: string | null
  /** Shown where this browser is no counter. */
  readonly otherwise: ReactNode
  readonly onOpen: (session: Session) => void
}

/** Nobody answers who is signed in: whoever has a counter in this browser opens it with its passphrase. */
export function OfflineDoor({ ribbon, otherwise, onOpen }: Props) {
  const m = useCounterWords()
  const [counters, setCounters] = useState<readonly KeptCounter[] | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => {
    void all('counters').then(setCounters, () => setCounters([]))
  }, [])
  if (counters === null) return null
  const kept = counters.find(({ accountId }) => accountId === chosen) ?? counters[0]
  if (!kept) return otherwise
  const { accountId: id, accountName: name } = kept
  return (
    <>
      <Ribbon text={ribbon} />
      <Container component="main" size="xs" py="xl">
        <Stack>
          <Mark size={56} />
          <Title order={1}>{m.offlineTitle}</Title>
          <Text>{m.offlineLead}</Text>
          {counters.length > 1 && (
            <Select
              label={m.whose}
              value={id}
              onChange={setChosen}
              allowDeselect={false}
              data={counters.map((one) => ({ value: one.accountId, label: `${one.accountName} · ${one.name}` }))}
            />
          )}
          <OpenForm
            key={id}
            kept={kept}
            onOpen={() =>
              onOpen({
                state: 'signed-in',
                account: { id, name },
                permissions: ['cases:receive'],
                idleLockSeconds: IDLE_SECONDS,
                offline: true,
              })
            }
          />
        </Stack>
      </Container>
    </>
  )
}
