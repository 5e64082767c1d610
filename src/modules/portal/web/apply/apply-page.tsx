import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { usePathPart } from '#ui/address.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { beginDraft, currentCitizen, type Draft, getDraft } from '../../contract.ts'
import { CheckStep } from './check-step.tsx'
import { CitizenFrame } from './citizen-frame.tsx'
import { ConsentStep } from './consent-step.tsx'
import { FiledPanel } from './filed-panel.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { StepBody } from './step-body.tsx'
import { titleOf } from './step-title.ts'
import { stepsOf } from './steps.ts'
import { useDraft } from './use-draft.ts'

/** An application for a procedure: begun, or gone on with where it was left, on this device or another. */
export function ApplyPage() {
  const m = useMessages({ vi, en })
  const procedureCode = usePathPart('code')
  const citizen = useOperation(currentCitizen, {})
  const begin = useChange(beginDraft)
  const begun = useRef(false)
  useEffect(() => {
    if (!citizen.data || begun.current) return
    begun.current = true
    const unitId = new URLSearchParams(location.search).get('noi')
    begin.mutate({ procedureCode, ...(unitId && { unitId }) })
  }, [citizen.data, begin, procedureCode])
  if (!begin.data || !citizen.data)
    return (
      <CitizenFrame title={m.applyTitle}>
        {begin.error ? <ProblemAlert problem={begin.error} /> : <Text aria-busy="true">…</Text>}
      </CitizenFrame>
    )
  return <Writing draftId={begin.data.id} />
}

function Writing({ draftId }: { readonly draftId: string }) {
  const draft = useOperation(getDraft, { draftId }, { keepPrevious: true })
  return <Loaded query={draft}>{(known) => <Steps draft={known} />}</Loaded>
}

type Filed = { readonly draftId: string; readonly caseCode: string; readonly secret: string }

function Steps({ draft }: { readonly draft: Draft }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { fields, change, keeping, send } = useDraft(draft)
  const [at, setAt] = useState('acting')
  const [filed, setFiled] = useState<Filed | null>(null)
  const steps = stepsOf(draft, fields)
  const place = Math.max(
    0,
    steps.findIndex(({ key }) => key === at),
  )
  const step = steps[place] ?? { key: 'acting', fields: [] }
  const go = (to: number) => {
    setAt(steps[to]?.key ?? 'acting')
    void send()
    scrollTo(0, 0)
  }
  if (filed) return <FiledPanel filed={filed} />
  return (
    <CitizenFrame
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
          {keeping === 'signed-out' && <Alert color="warning">{m.keeping[keeping]}</Alert>}
        </Stack>
      }
    >
      {step.key === 'check' ? (
        <CheckStep
          draft={draft}
          fields={fields}
          steps={steps}
          onGo={setAt}
          onFiled={setFiled}
          ready={keeping === 'kept'}
        />
      ) : step.key === 'consent' ? (
        <ConsentStep fields={fields} change={change} />
      ) : (
        <StepBody key={step.key} step={step} draft={draft} fields={fields} change={change} />
      )}
      <Group>
        {place > 0 && (
          <Button variant="default" size="md" onClick={() => go(place - 1)}>
            {m.back}
          </Button>
        )}
        {place < steps.length - 1 && (
          <Button size="md" onClick={() => go(place + 1)}>
            {m.next}
          </Button>
        )}
      </Group>
    </CitizenFrame>
  )
}
