import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Lines } from '#ui/loaded.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import type { Draft } from '../../contract.ts'
import { text } from '../../domain/draft.ts'
import { formField } from '../../domain/form-answers.ts'
import { CheckStep } from './check-step.tsx'
import { CitizenFrame } from './citizen-frame.tsx'
import { ConsentStep } from './consent-step.tsx'
import { DraftFilesContext } from './draft-files.ts'
import { type Filed, FiledPanel } from './filed-panel.tsx'
import { FormNotices } from './form-notices.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { usePapersOnTheWay } from './papers-on-the-way.ts'
import { SignIn } from './sign-in.tsx'
import { SignInFirst } from './sign-in-first.tsx'
import { StepBody } from './step-body.tsx'
import { titleOf } from './step-title.ts'
import { type AskedSteps, formStepOf, stepsOf, stepWith } from './steps.ts'
import { RefusedFiles } from './take-file.tsx'
import { useUnsigned } from './use-citizen.ts'
import { useDraft } from './use-draft.ts'
import { useTake } from './use-take.ts'

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
  const [at, setAt] = useState<At>(() => ({ key: text(fields, 'step') || 'acting', reveal: false }))
  const [asked, setAsked] = useState<AskedSteps>({})
  const [filed, setFiled] = useState<Filed | null>(null)
  useNewestForms(draft, send, onRenew)
  const isUnsigned = useUnsigned()
  const [signingIn, setSigningIn] = useState(false)
  const { forms } = draft
  const steps = stepsOf(draft, fields, asked)
  const place = Math.max(
    0,
    steps.findIndex(({ key }) => key === at.key),
  )
  const step = steps[place] ?? { key: 'acting', fields: [] }
  const formStep = formStepOf(step.key)
  const form = forms.find(({ mark }) => mark === formStep?.mark)
  const { take, shownForm } = useTake(draft, kept, form?.mark ?? null)
  const onSignIn = useMemo(() => (isUnsigned ? () => setSigningIn(true) : undefined), [isUnsigned])
  const files = useMemo(() => ({ draftId: draft.id, take, onSignIn }), [draft.id, take, onSignIn])
  const { underway, refused } = usePapersOnTheWay(draft.id, take)
  const goTo = (key: string, reveal = false) => {
    setAt({ key, reveal })
    // Where one is, is kept as what one typed: another device goes on from there.
    change('step', key)
    void send()
    scrollTo(0, 0)
  }
  const go = (to: number) => goTo(steps[to]?.key ?? 'acting')
  const goToField = (field: string) => goTo(stepWith(steps, field), true)
  if (filed) return <FiledPanel filed={filed} forms={forms} />
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
          {underway.size > 0 && step.key === 'check' && <Text component="output">{m.papersUnderway}</Text>}
          {onSignIn && step.key !== 'check' && <SignInFirst why={m.unsigned} onSignIn={onSignIn} />}
          {keeping === 'signed-out' && <Alert color="warning">{m.keeping[keeping]}</Alert>}
          {kept.refused && <ProblemAlert problem={kept.refused.problem} />}
          {forms
            .filter((one) => one === form || step.key === 'check')
            .map((one) => (
              <FormNotices key={one.mark} form={one} onGo={goToField} />
            ))}
        </Stack>
      }
    >
      <DraftFilesContext value={files}>
        {step.key === 'check' && <RefusedFiles papers={refused} />}
        {step.key === 'check' ? (
          <CheckStep
            draft={draft}
            fields={fields}
            steps={steps}
            onGo={goTo}
            onFiled={setFiled}
            onOutdated={onRenew}
            onSignIn={onSignIn}
            ready={keeping === 'kept' && underway.size === 0 && refused.length === 0}
          />
        ) : step.key === 'consent' ? (
          <ConsentStep fields={fields} change={change} />
        ) : form && formStep ? (
          <Suspense fallback={<Lines count={8} />}>
            <FormStep
              key={`${form.versionId} ${kept.turn}`}
              form={form}
              step={formStep.name}
              formId={FORM_ID}
              reveal={at.reveal}
              answersOn={kept.answersOn}
              answer={kept.answer}
              onDone={() => go(place + 1)}
              onSteps={(codes) => setAsked((known) => ({ ...known, [form.mark]: codes }))}
              handle={shownForm}
              isAwaited={(name) => underway.has(formField(name, form.mark))}
            />
          </Suspense>
        ) : (
          <StepBody key={step.key} step={step} draft={draft} fields={fields} change={change} />
        )}
      </DraftFilesContext>
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

/** Brings the draft to the forms that are in force, once what was typed is on its way. */
function useNewestForms({ forms, formsOutdated }: Draft, send: () => Promise<void>, onOutdated: () => void): void {
  const told = useRef('')
  const outdated = formsOutdated ? `on ${forms.map(({ versionId }) => versionId).join(' ')}` : ''
  useEffect(() => {
    if (outdated === '' || told.current === outdated) return
    told.current = outdated
    void send().then(onOutdated)
  }, [outdated, send, onOutdated])
}
