import { Button, Divider, Stack, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '#ui/call.ts'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import { useGoOn, useGoOnWhen } from './back.ts'
import { DemoSignIns } from './demo-sign-ins.tsx'
import { EntryFrame } from './entry-frame.tsx'
import { askPasskey, knowsPasskeys } from './passkey-browser.ts'
import { PasswordStep } from './password-step.tsx'
import { goToProvider } from './provider-flow.ts'
import { Refusal } from './refusal.tsx'
import { SecondStep } from './second-step.tsx'
import { useTexts } from './texts.ts'

/** The way in, step by step. */
export function SignInPage() {
  const m = useTexts()
  const goOn = useGoOn()
  const session = useOperation(contract.currentSession, {})
  const [step, setStep] = useState<contract.SignInStep | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [demo, setDemo] = useState<contract.DemoSignIn | null>(null)
  const isIn = session.data !== undefined && session.data.state !== 'anonymous'
  useGoOnWhen(isIn)

  const take = async (act: () => Promise<contract.SignInStep | null>) => {
    setBusy(true)
    setProblem(null)
    try {
      const next = await act()
      // A refused second factor may be tried again: its step stays.
      setStep((now) => (next?.step === 'refused' && now?.step === 'second-factor' ? now : next))
      setRefused(next)
      if (next?.step === 'signed-in') await goOn()
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  const [refused, setRefused] = useState<contract.SignInStep | null>(null)
  const withPasskey = () =>
    take(async () => {
      const { challengeId, options } = await call(contract.beginPasskeySignIn, {})
      const answer = await askPasskey(options)
      return answer && call(contract.signInWithPasskey, { challengeId, answer })
    })
  const withPassword = (name: string, password: string) =>
    take(() => call(contract.signInWithPassword, { name, password }))
  const choose = (account: contract.DemoSignIn) => {
    setDemo(account)
    void withPassword(account.name, account.password)
  }
  const demonstration = session.data?.demonstration ?? []
  const isSecond = step?.step === 'second-factor'
  return (
    <EntryFrame
      title={isSecond ? m.secondStep : m.signIn}
      lead={isSecond ? null : m.signInLead}
      aside={
        demonstration.length > 0 && !isSecond && <DemoSignIns accounts={demonstration} busy={busy} onChoose={choose} />
      }
    >
      <Refusal step={refused} />
      {problem !== null && <ProblemAlert problem={problem} />}
      {isSecond ? (
        <SecondStep
          step={step}
          busy={busy}
          demoSeed={demo?.totpSecret ?? null}
          take={take}
          onStartAgain={() => {
            setStep(null)
            setRefused(null)
          }}
        />
      ) : (
        <Stack gap="md">
          <PasswordStep busy={busy} onSend={withPassword} />
          <OtherWays
            providers={session.data?.providers ?? []}
            busy={busy}
            onPasskey={withPasskey}
            onProblem={setProblem}
          />
        </Stack>
      )}
    </EntryFrame>
  )
}

type OtherWaysProps = {
  readonly providers: contract.CurrentSession['providers']
  readonly busy: boolean
  readonly onPasskey: () => void
  readonly onProblem: (problem: unknown) => void
}

function OtherWays({ providers, busy, onPasskey, onProblem }: OtherWaysProps) {
  const m = useTexts()
  if (!knowsPasskeys() && providers.length === 0) return null
  return (
    <>
      <Divider label={<Text size="sm">{m.or}</Text>} />
      {knowsPasskeys() && (
        <Button variant="default" leftSection={<IconKey size={18} aria-hidden />} disabled={busy} onClick={onPasskey}>
          {m.withPasskey}
        </Button>
      )}
      {providers.map(({ id, name }) => (
        <Button key={id} variant="default" disabled={busy} onClick={() => goToProvider(id, false).catch(onProblem)}>
          {m.withProvider(name)}
        </Button>
      ))}
    </>
  )
}
