import { Button, Group, Stack, Text } from '@mantine/core'
import type { z } from 'zod'
import { useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { type finishProviderSignIn, signInApart } from '../../contract.ts'
import { CodeForm } from './code-form.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Step = z.output<typeof finishProviderSignIn.output>
type Props = {
  readonly asked: Extract<Step, { step: 'prove' }>
  readonly onDone: () => void
  readonly onRefused: (step: Extract<Step, { step: 'refused' }>) => void
}

/** Somebody here has the address that the provider verified: who gets the code that went there is that person. */
export function ProveAddress({ asked, onDone, onRefused }: Props) {
  const m = useMessages({ vi, en })
  const { pending, address } = asked
  const apart = useChange(signInApart, { onDone: (step) => (step.step === 'done' ? onDone() : onRefused(step)) })
  return (
    <Stack gap="md">
      <Text>{m.proveLead(address)}</Text>
      <CodeForm sent={asked} pending={pending} submitLabel={m.join} onDone={onDone} />
      <Text mt="md">{m.apartLead}</Text>
      {apart.error && <ProblemAlert problem={apart.error} />}
      <Group>
        <Button variant="default" loading={apart.isPending} onClick={() => apart.mutate({ pending })}>
          {m.apart}
        </Button>
      </Group>
    </Stack>
  )
}
