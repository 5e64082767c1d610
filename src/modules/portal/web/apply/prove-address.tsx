import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { z } from 'zod'
import { problemText } from '#kernel/problem-messages.ts'
import { Form, useForm } from '#ui/form.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { type finishProviderSignIn, giveCode, signInApart } from '../../contract.ts'
import { problems } from '../../domain/problems.ts'
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
  const { language } = useLanguage()
  const { codeId, pending, address, demonstrationCode } = asked
  const give = useChange(giveCode, { onDone: ({ step }) => step === 'done' && onDone() })
  const apart = useChange(signInApart, { onDone: (step) => (step.step === 'done' ? onDone() : onRefused(step)) })
  const form = useForm({ start: { code: '' }, send: ({ code }) => give.mutateAsync({ codeId, code, pending }) })
  return (
    <Stack gap="md">
      <Text>{m.proveLead(address)}</Text>
      {demonstrationCode !== null && <Alert color="lamp">{m.demonstrationCode(demonstrationCode)}</Alert>}
      {give.data?.step === 'refused' && (
        <Alert role="alert" color="bad">
          {problemText(problems, give.data.code, {}, language)}
        </Alert>
      )}
      <Form form={form} submitLabel={m.join}>
        <TextField
          {...form.field('code')}
          label={m.code}
          required
          maxLength={12}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      </Form>
      <Text>{m.apartLead}</Text>
      {apart.error && <ProblemAlert problem={apart.error} />}
      <Group>
        <Button variant="default" loading={apart.isPending} onClick={() => apart.mutate({ pending })}>
          {m.apart}
        </Button>
      </Group>
    </Stack>
  )
}
