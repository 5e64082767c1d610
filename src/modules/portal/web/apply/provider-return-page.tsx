import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { problemText } from '#kernel/problem-messages.ts'
import { BareFrame } from '#ui/bare-frame.tsx'
import { call } from '#ui/call.ts'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { finishProviderSignIn } from '../../contract.ts'
import { problems } from '../../domain/problems.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { ProveAddress } from './prove-address.tsx'
import { takeKept } from './provider-flow.ts'

type Step = z.output<typeof finishProviderSignIn.output>
const OWN = '/ho-so-cua-toi'

/** Where the provider of identities sends the browser back to. */
export function ProviderReturnPage() {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const [step, setStep] = useState<Step | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [back, setBack] = useState(OWN)
  const begun = useRef(false)
  const done = () => location.replace(back)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const kept = takeKept()
    // A path of this very site, whatever was kept.
    const from = kept && /^\/(?![/\\])/.test(kept.back) ? kept.back : OWN
    setBack(from)
    call(finishProviderSignIn, { browserKey: kept?.browserKey ?? 'none', query: location.search, language })
      .then((answer) => (answer.step === 'done' ? location.replace(from) : setStep(answer)))
      .catch(setProblem)
  }, [language])
  const services = language === 'vi' ? '/dich-vu' : '/en/dich-vu'
  const isOver = step?.step === 'refused' || problem !== null
  const title = step?.step === 'prove' ? m.proveTitle : isOver ? m.notSignedIn : m.finishing
  return (
    <BareFrame title={title} visitor={{ home: services, account: null }}>
      <Stack gap="md">
        <Title order={1} size="h2">
          {title}
        </Title>
        {step === null && problem === null && (
          <Group gap="sm" aria-busy="true">
            <Loader size="sm" aria-hidden />
            <Text component="output">{m.finishingLead}</Text>
          </Group>
        )}
        {step?.step === 'prove' && <ProveAddress asked={step} onDone={done} onRefused={setStep} />}
        {step?.step === 'refused' && (
          <Alert role="alert" color="bad">
            {problemText(problems, step.code, {}, language)}
          </Alert>
        )}
        {problem !== null && <ProblemAlert problem={problem} />}
        {isOver && (
          <Button component="a" href={back} variant="default" style={{ alignSelf: 'start' }}>
            {m.goBack}
          </Button>
        )}
      </Stack>
    </BareFrame>
  )
}
