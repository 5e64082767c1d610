import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '#ui/call.ts'
import { LinkButton, useGoTo } from '#ui/link.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import * as contract from '../contract.ts'
import { safeBack } from './back.ts'
import { EntryFrame } from './entry-frame.tsx'
import { takeKept } from './provider-flow.ts'
import { Refusal } from './refusal.tsx'
import { SecondStep } from './second-step.tsx'
import { useTexts } from './texts.ts'

/** Where another sign-in provider sends the browser back to. */
export function ProviderPage() {
  const m = useTexts()
  const client = useQueryClient()
  const goTo = useGoTo()
  const [step, setStep] = useState<contract.SignInStep | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const back = useRef('/')
  const begun = useRef(false)
  const take = async (act: () => Promise<contract.SignInStep | null>) => {
    try {
      const next = await act()
      setStep((now) => (next?.step === 'refused' && now?.step === 'second-factor' ? now : next))
      if (next?.step !== 'signed-in') return
      await client.invalidateQueries()
      goTo(safeBack(`?back=${encodeURIComponent(back.current)}`), { replace: true })
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const kept = takeKept()
    back.current = kept?.back ?? '/'
    void take(() => call(contract.finishOidcSignIn, { browserKey: kept?.browserKey ?? 'none', query: location.search }))
  })
  return (
    <EntryFrame
      title={step?.step === 'second-factor' ? m.secondStep : m.signIn}
      lead={step === null ? m.finishingSignIn : null}
    >
      <Refusal step={step} />
      {problem !== null && <ProblemAlert problem={problem} />}
      {step?.step === 'second-factor' && (
        <SecondStep step={step} busy={false} demoSeed={null} take={take} onStartAgain={() => goTo('/sign-in')} />
      )}
      {(step?.step === 'refused' || problem !== null) && <LinkButton to="/sign-in">{m.startAgain}</LinkButton>}
    </EntryFrame>
  )
}
