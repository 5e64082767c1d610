import { Alert, Stack } from '@mantine/core'
import { useEffect } from 'react'
import { isCallProblem } from '#ui/call.ts'
import { Lines } from '#ui/loaded.tsx'
import { Page, Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useSession } from '#ui/session.tsx'
import { CounterStanding } from './counter-standing.tsx'
import { OpenForm } from './open-form.tsx'
import { QueueTable } from './queue-table.tsx'
import { SetUpForm } from './set-up-form.tsx'
import { isRevoked, send, useCounter } from './state.ts'
import { useOpening } from './use-opening.ts'
import { useCounterWords } from './use-words.ts'

/** The counter of this browser: what it holds, what it has sent, what the server has said. */
export function CounterPage() {
  const m = useCounterWords()
  const session = useSession()
  const { kept, problem } = useOpening()
  const state = useCounter()
  const { counter } = state
  // Unlocked or signed in again: what waited for it goes on its way.
  useEffect(() => {
    if (session.state === 'signed-in' && !session.offline) void send()
  }, [session])
  const isRefused = isCallProblem(problem) && problem.body.code.startsWith('counter/')
  const mustRegister = kept === null || (counter !== null && (isRefused || isRevoked(state)))
  return (
    <Page title={m.title} lead={counter ? m.leadOf(counter.unitName, counter.name) : m.lead}>
      <Stack gap="var(--hd-gap)">
        {problem !== null && !counter && <ProblemAlert problem={problem} />}
        {kept === undefined && <Lines />}
        {mustRegister && counter && (
          <Alert color="warning" role="alert">
            {m.wasRevoked}
          </Alert>
        )}
        {mustRegister && <SetUpForm key={counter?.deviceId ?? 'first'} />}
        {kept && !counter && (
          <Section title={m.open}>
            <OpenForm kept={kept} />
          </Section>
        )}
        {counter && (
          <>
            <CounterStanding counter={counter} />
            <QueueTable counter={counter} />
          </>
        )}
      </Stack>
    </Page>
  )
}
