import { Button, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { TextField } from '#ui/text-field.tsx'
import type { KeptCounter } from './kept.ts'
import { openByPassphrase } from './state.ts'
import { useCounterWords } from './use-words.ts'

type Props = { readonly kept: KeptCounter; readonly onOpen?: () => void }

/** Opens a counter with the passphrase of its officer. */
export function OpenForm({ kept, onOpen }: Props) {
  const m = useCounterWords()
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [isWrong, setWrong] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const isOpen = await openByPassphrase(kept, passphrase)
    setBusy(false)
    setWrong(!isOpen)
    if (isOpen) onOpen?.()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm" maw={420}>
        <Text>{m.openLead(kept.accountName)}</Text>
        <TextField
          name="passphrase"
          type="password"
          label={m.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          error={isWrong ? m.wrongPassphrase : undefined}
          autoComplete="off"
          required
        />
        <Button type="submit" loading={busy}>
          {m.open}
        </Button>
      </Stack>
    </form>
  )
}
