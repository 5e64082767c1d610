import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Lines } from '#ui/loaded.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import type { Draft } from '../../contract.ts'
import { text } from '../../domain/draft.ts'
import { CheckStep } from './check-step.tsx'
import { CitizenFrame } from './citizen-frame.tsx'
import { ConsentStep } from './consent-step.tsx'
import { type Filed, FiledPanel } from './filed-panel.tsx'
import { FormNotices } from './form-notices.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { usePapersOnTheWay } from './papers-on-the-way.ts'
import { SignIn } from './sign-in.tsx'
import { SignInFirst } from './sign-in-first.tsx'
import { StepBody } from './step-body.tsx'
import { titleOf } from './step-title.ts'
import { formStepOf, stepsOf, stepWith } from './steps.ts'
import { useUnsigned } from './use-citizen.ts'
import { useDraft } from './use-draft.ts'

/** The form and what it takes to fill it in come when a page first shows it. */
const FormStep = lazy(() => import('./form-step.tsx').then((m) => ({ default: m.FormStep })))
const FORM_ID = 'application-form'

/** `onRenew`: begins the application again, which brings it to what is in force and known now. */
type Props = { readonly draft: Draft; readonly onRenew: () => void }
type At = { readonly key: string; readonly reveal: boolean }

/** The pages of an application, one after another, and what is kept of them. */
export function StepPages({ draft, onRenew }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const kept = useDraft(draft)
  const { fields, change, keeping, send } = kept
  const { underway } = usePapersOnTheWay(draft.id, change)
  const [at, setAt] = useState<At>(() => ({ key: text(fields, 'step') || 'acting', reveal: false }))
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  const [filed, setFiled] = useState<Filed | null>(null)
  useNewestForm(draft, send, onRenew)
  const isUnsigned = useUnsigned()
  const [signingIn, setSigningIn] = useState(false)
  const { form } = draft
  const steps = stepsOf(draft, fields, asked ?? form?.shownSteps ?? [])
  const place = Math.max(
    0,
    steps.findIndex(({ key }) => key === at.key),
  )
  const step = steps[place] ?? { key: 'acting', fields: [] }
  const formStep = formStepOf(step.key)
  const goTo = (key: string, reveal = false) => {
    setAt({ key, reveal })
    // Where one is, is kept as what one typed: another device goes on from there.
    change('step', key)
    void send()
    scrollTo(0, 0)
  }
  const go = (to: number) => goTo(steps[to]?.key ?? 'acting')
  const goToField = (field: string) => goTo(stepWith(steps, field), true)
  if (filed) return <FiledPanel filed={filed} hasForm={form !== null} />
  const onSignIn = isUnsigned ? () => setSigningIn(true) : undefined
  const signedIn = () => {
    setSigningIn(false)
    void send().then(onRenew)
  }
  if (isUnsigned && signingIn)
    return (
      <CitizenFrame title={m.signInTitle} lead={<Text>{m.signInKeeps}</Text>} early>
        <SignIn onDone={signedIn} />
        <Button variant="subtle" onClick={() => setSigningIn(false)}>
          {m.writeOn}
        </Button>
      </CitizenFrame>
    )
  return (
    <CitizenFrame
      early
      title={titleOf(step.key, draft, m, say)}
      lead={
        <Stack gap={4}>
          <Text fw={600}>{say(draft.procedure.name)}</Text>
          {draft.procedure.demonstration && <Text size="sm">{m.demonstration}</Text>}
          <Group justify="space-between">
            <Text c="dimmed">{m.step(place + 1, steps.length)}</Text>
            <Text c="dimmed" component="output">
              {m.keeping[keeping]}
            </Text>
          </Group>
          {underway && step.key === 'check' && <Text component="output">{m.papersUnderway}</Text>}
          {onSignIn && step.key !== 'check' && <SignInFirst why={m.unsigned} onSignIn={onSignIn} />}
          {keeping === 'signed-out' && <Alert color="warning">{m.keeping[keeping]}</Alert>}
          {kept.refused && <ProblemAlert problem={kept.refused.problem} />}
          {form && (formStep !== null || step.key === 'check') && <FormNotices form={form} onGo={goToField} />}
        </Stack>
      }
    >
      {step.key === 'check' ? (
        <CheckStep
          draft={draft}
          fields={fields}
          steps={steps}
          onGo={goTo}
          onFiled={setFiled}
          onOutdated={onRenew}
          onSignIn={onSignIn}
          ready={keeping === 'kept' && !underway}
        />
      ) : step.key === 'consent' ? (
        <ConsentStep fields={fields} change={change} />
      ) : form && formStep !== null ? (
        <Suspense fallback={<Lines count={8} />}>
          <FormStep
            key={`${form.versionId} ${kept.turn}`}
            form={form}
            step={formStep}
            formId={FORM_ID}
            reveal={at.reveal}
            answersOn={kept.answersOn}
            answer={kept.answer}
            onDone={() => go(place + 1)}
            onSteps={setAsked}
            mayUpload={!isUnsigned}
          />
        </Suspense>
      ) : (
        <StepBody key={step.key} step={step} draft={draft} fields={fields} change={change} onSignIn={onSignIn} />
      )}
      <Group>
        {place > 0 && (
          <Button variant="default" size="md" onClick={() => go(place - 1)}>
            {m.back}
          </Button>
        )}
        {place < steps.length - 1 &&
          (formStep === null ? (
            <Button size="md" onClick={() => go(place + 1)}>
              {m.next}
            </Button>
          ) : (
            <>
              <Button size="md" type="submit" form={FORM_ID}>
                {m.next}
              </Button>
              <Button size="md" variant="subtle" onClick={() => go(place + 1)}>
                {m.later}
              </Button>
            </>
          ))}
      </Group>
    </CitizenFrame>
  )
}

/** Brings the draft to the version of the form that is in force, once what was typed is on its way. */
function useNewestForm({ form }: Draft, send: () => Promise<void>, onOutdated: () => void): void {
  const told = useRef('')
  const outdated = form?.outdated ? form.versionId : ''
  useEffect(() => {
    if (outdated === '' || told.current === outdated) return
    told.current = outdated
    void send().then(onOutdated)
  }, [outdated, send, onOutdated])
}
