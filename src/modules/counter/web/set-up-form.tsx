import { Button, Select, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { loadIntakeParts } from '#modules/cases/web/index.tsx'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useSession } from '#ui/session.tsx'
import { TextField } from '#ui/text-field.tsx'
import { keepShell } from './shell-worker.ts'
import { register } from './state.ts'
import { useCounterWords } from './use-words.ts'
import { SHORTEST_PASSPHRASE } from './vault.ts'

const { useOwnUnits } = await loadIntakeParts()

/** Makes this browser a counter of who is signed in. */
export function SetUpForm() {
  const m = useCounterWords()
  const { account } = useSession()
  const units = useOwnUnits('cases:receive') ?? []
  const [unitId, setUnitId] = useState<string | null>(null)
  const [name, setName] = useState<string>(m.nameStart)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, setWrong] = useState<{ passphrase?: string; again?: string }>({})
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const unit = unitId ?? units[0]?.id ?? null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const isShort = passphrase.length < SHORTEST_PASSPHRASE
    const differs = passphrase !== again
    setWrong({ ...(isShort && { passphrase: m.passphraseShort }), ...(differs && { again: m.passphraseDiffers }) })
    if (isShort || differs || unit === null || account === null) return
    setBusy(true)
    setProblem(null)
    try {
      await keepShell()
      await register({ account, unitId: unit, name, passphrase })
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={m.setUp} lead={m.setUpLead}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm" maw={460}>
          {problem !== null && <ProblemAlert problem={problem} />}
          <Select
            label={m.unit}
            value={unit}
            onChange={setUnitId}
            allowDeselect={false}
            data={units.map((one) => ({ value: one.id, label: one.name }))}
          />
          <TextField name="name" label={m.name} value={name} onChange={setName} required maxLength={80} />
          <TextField
            name="passphrase"
            type="password"
            label={m.passphrase}
            hint={m.passphraseHint}
            value={passphrase}
            onChange={setPassphrase}
            error={wrong.passphrase}
            autoComplete="new-password"
            required
          />
          <TextField
            name="again"
            type="password"
            label={m.passphraseAgain}
            value={again}
            onChange={setAgain}
            error={wrong.again}
            autoComplete="new-password"
            required
          />
          <Button type="submit" loading={busy} disabled={unit === null || name.trim() === ''}>
            {m.prepare}
          </Button>
        </Stack>
      </form>
    </Section>
  )
}
