import { Button, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { TextField } from '#ui/text-field.tsx'
import { useTexts } from './texts.ts'

type Props = { readonly busy: boolean; readonly onSend: (name: string, password: string) => void }

/** Name and password. */
export function PasswordStep({ busy, onSend }: Props) {
  const m = useTexts()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend(name, password)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextField
          name="name"
          label={m.name}
          value={name}
          onChange={setName}
          autoComplete="username"
          required
          maxLength={80}
        />
        <TextField
          name="password"
          type="password"
          label={m.password}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          required
        />
        <Button type="submit" loading={busy} mt="xs">
          {m.signIn}
        </Button>
      </Stack>
    </form>
  )
}
