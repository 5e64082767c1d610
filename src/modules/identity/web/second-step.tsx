import { Button, Stack } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { call } from '#ui/call.ts'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { askPasskey } from './passkey-browser.ts'
import { useTexts } from './texts.ts'
import { totpNow } from './totp-now.ts'

type Step = Extract<contract.SignInStep, { step: 'second-factor' }>
type Props = {
  readonly step: Step
  readonly busy: boolean
  /** The published seed of a demonstration account. */
  readonly demoSeed: string | null
  readonly take: (act: () => Promise<contract.SignInStep | null>) => Promise<void>
  readonly onStartAgain: () => void
}

/** The second factor: a code of the app, a passkey, or a recovery code. */
export function SecondStep({ step: { pending, methods }, busy, demoSeed, take, onStartAgain }: Props) {
  const m = useTexts()
  const [way, setWay] = useState<'totp' | 'recovery-code'>('totp')
  const [code, setCode] = useState('')
  useEffect(() => {
    // The one thing to do on this page, after a press on the one before.
    document.querySelector<HTMLInputElement>('input[name=code]')?.focus()
  }, [way])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const operation = way === 'totp' ? contract.giveTotpCode : contract.giveRecoveryCode
    void take(() => call(operation, { pending, code }))
  }
  const withPasskey = () =>
    take(async () => {
      const { challengeId, options } = await call(contract.beginPasskeySignIn, { pending })
      const answer = await askPasskey(options)
      return answer && call(contract.signInWithPasskey, { challengeId, pending, answer })
    })
  const change = () => {
    setWay(way === 'totp' ? 'recovery-code' : 'totp')
    setCode('')
  }
  return (
    <Stack gap="sm" mt="md">
      {methods.includes('totp') && (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <TextField
              key={way}
              name="code"
              label={way === 'totp' ? m.code : m.recoveryCode}
              value={code}
              onChange={setCode}
              autoComplete="one-time-code"
              inputMode={way === 'totp' ? 'numeric' : 'text'}
              maxLength={way === 'totp' ? 7 : 20}
              required
            />
            <Button type="submit" loading={busy}>
              {m.confirm}
            </Button>
          </Stack>
        </form>
      )}
      {demoSeed !== null && way === 'totp' && (
        <Button variant="default" onClick={() => setCode(totpNow(demoSeed))}>
          {m.fillCode}
        </Button>
      )}
      {methods.includes('passkey') && (
        <Button variant="default" disabled={busy} onClick={withPasskey}>
          {m.usePasskey}
        </Button>
      )}
      {methods.includes('recovery-code') && (
        <Button variant="subtle" onClick={change}>
          {way === 'totp' ? m.useRecoveryCode : m.useTotp}
        </Button>
      )}
      <Button variant="subtle" onClick={onStartAgain}>
        {m.startAgain}
      </Button>
    </Stack>
  )
}
