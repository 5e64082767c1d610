import { Button, Stack } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { call } from '#ui/call.ts'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { useGoOn, useGoOnWhen } from './back.ts'
import { EntryFrame } from './entry-frame.tsx'
import { askPasskey, knowsPasskeys } from './passkey-browser.ts'
import { Refusal } from './refusal.tsx'
import { useTexts } from './texts.ts'

/** The lock screen as a page of its own; afterwards back to where one was. */
export function LockedPage() {
  const goOn = useGoOn()
  const session = useOperation(contract.currentSession, {})
  const isOpen = session.data !== undefined && session.data.state !== 'locked'
  useGoOnWhen(isOpen)
  return <LockScreen onUnlocked={goOn} />
}

/** The lock screen. The shell may lay it over the page that was open, so that nothing of it is lost. */
export function LockScreen({ onUnlocked }: { readonly onUnlocked: () => Promise<void> }) {
  const m = useTexts()
  const session = useOperation(contract.currentSession, {})
  const [password, setPassword] = useState('')
  const [step, setStep] = useState<contract.SignInStep | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const ways = session.data?.unlockBy ?? []
  const take = async (act: () => Promise<contract.SignInStep | null>) => {
    setBusy(true)
    setProblem(null)
    try {
      const next = await act()
      setStep(next)
      if (next?.step === 'signed-in') await onUnlocked()
      // The session ended with too many failures: the way in is shown.
      if (next?.step === 'refused' && next.code === 'identity/locked-out') await session.refetch()
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void take(() => call(contract.unlockSession, { password }))
  }
  const withPasskey = () =>
    take(async () => {
      const { challengeId, options } = await call(contract.beginPasskeySignIn, {})
      const answer = await askPasskey(options)
      return answer && call(contract.unlockSession, { challengeId, answer })
    })
  const leave = () => call(contract.signOut, {}).finally(() => location.assign('/sign-in'))
  return (
    <EntryFrame title={m.locked} lead={m.lockedLead(session.data?.account?.name ?? '')}>
      <Refusal step={step} />
      {problem !== null && <ProblemAlert problem={problem} />}
      <Stack gap="sm">
        {ways.includes('password') && (
          <form onSubmit={submit}>
            <Stack gap="sm">
              <TextField
                name="password"
                type="password"
                label={m.password}
                value={password}
                onChange={setPassword}
                autoComplete="current-password"
                required
              />
              <Button type="submit" loading={busy}>
                {m.unlock}
              </Button>
            </Stack>
          </form>
        )}
        {ways.includes('passkey') && knowsPasskeys() && (
          <Button
            variant="default"
            leftSection={<IconKey size={18} aria-hidden />}
            disabled={busy}
            onClick={withPasskey}
          >
            {m.unlockByPasskey}
          </Button>
        )}
        <Button variant="subtle" onClick={() => void leave()}>
          {m.signOut}
        </Button>
      </Stack>
    </EntryFrame>
  )
}
