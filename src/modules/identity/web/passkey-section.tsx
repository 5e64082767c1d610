import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { call } from '#ui/call.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { knowsPasskeys, makePasskey } from './passkey-browser.ts'
import { useTexts } from './texts.ts'

/** The passkeys of one's account: adding, removing. */
export function PasskeySection({
  security,
  onAdded,
}: {
  readonly security: contract.OwnSecurity
  readonly onAdded: () => void
}) {
  const m = useTexts()
  const toast = useToast()
  const [removing, setRemoving] = useState<string | null>(null)
  const remove = useChange(contract.removePasskey, {
    invalidates: [contract.ownSecurity],
    onDone: () => setRemoving(null),
    onProblem: (problem) => {
      setRemoving(null)
      toast.problem(problem)
    },
  })
  return (
    <Section title={m.passkeys} lead={m.passkeysLead}>
      <Stack gap="sm">
        {security.passkeys.length === 0 && <Text c="dimmed">{m.noPasskeys}</Text>}
        {security.passkeys.map(({ id, label, createdAt, lastUsedAt }) => (
          <Group key={id} justify="space-between" gap="xs">
            <div>
              <Text>{label}</Text>
              <Text size="sm" c="dimmed">
                {m.added(formatMoment(createdAt))} · {lastUsedAt ? m.lastUsed(formatMoment(lastUsedAt)) : m.neverUsed}
              </Text>
            </div>
            <Button variant="default" size="xs" aria-label={`${m.remove}: ${label}`} onClick={() => setRemoving(id)}>
              {m.remove}
            </Button>
          </Group>
        ))}
        {knowsPasskeys() && <AddPasskey onAdded={onAdded} />}
      </Stack>
      <ConfirmDialog
        opened={removing !== null}
        title={m.removePasskeyTitle}
        body={security.passkeys.find(({ id }) => id === removing)?.label ?? ''}
        confirmLabel={m.remove}
        danger
        busy={remove.isPending}
        onConfirm={() => removing && remove.mutate({ passkeyId: removing })}
        onClose={() => setRemoving(null)}
      />
    </Section>
  )
}

function AddPasskey({ onAdded }: { readonly onAdded: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const [label, setLabel] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const add = async () => {
    const { challengeId, options } = await call(contract.beginPasskeyEnrolment, {})
    const answer = await makePasskey(options)
    if (answer === null) return toast.problem(new Error(m.passkeyCancelled))
    await call(contract.finishPasskeyEnrolment, { challengeId, label, answer })
    setLabel('')
    toast.good(m.passkeyAdded)
    onAdded()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    add().catch(setProblem)
  }
  return (
    <form onSubmit={submit}>
      {problem !== null && <ProblemAlert problem={problem} />}
      <Group align="flex-end" gap="xs">
        <TextField name="label" label={m.passkeyLabel} value={label} onChange={setLabel} maxLength={60} required />
        <Button type="submit" variant="default">
          {m.addPasskey}
        </Button>
      </Group>
    </form>
  )
}
