import { Button, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useTexts } from './texts.ts'

type Props = {
  readonly opened: boolean
  readonly title: string
  readonly body: string
  readonly busy: boolean
  readonly problem: unknown
  readonly onSend: (password: string) => void
  readonly onClose: () => void
}

/** Asks for the password before an act on what protects the account. */
export function AskPassword({ opened, title, body, busy, problem, onSend, onClose }: Props) {
  const m = useTexts()
  const [password, setPassword] = useState('')
  const close = () => {
    setPassword('')
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend(password)
    setPassword('')
  }
  return (
    <Dialog opened={opened} title={title} onClose={close}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{body}</Text>
          {problem !== null && <ProblemAlert problem={problem} />}
          <TextField
            name="password"
            type="password"
            label={m.currentPassword}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            required
          />
          <Button type="submit" loading={busy}>
            {title}
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
