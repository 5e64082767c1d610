import { Alert, Checkbox, SimpleGrid, Stack } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { isCallProblem } from '#ui/call.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { Lines } from '#ui/loaded.tsx'
import { Section } from '#ui/page.tsx'
import { ProblemAlert, useProblemText } from '#ui/problem.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { CardHolder } from '../domain/party.ts'
import classes from './intake.module.css'
import { emptyParty, type IntakeDraft } from './intake-draft.ts'
import { IntakeHead } from './intake-head.tsx'
import { en } from './intake-messages.en.ts'
import { vi } from './intake-messages.vi.ts'
import { IntakeSide } from './intake-side.tsx'
import { useIntakeSource } from './intake-source.ts'
import { usePageKeys } from './keys.ts'
import { PaperChecklist } from './paper-checklist.tsx'
import { PartyFields } from './party-fields.tsx'
import { PartyWarnings } from './party-warnings.tsx'
import type { InForce } from './procedure-source.ts'
import { QuestionFields } from './question-fields.tsx'

type FormProps = {
  readonly draft: IntakeDraft
  readonly change: (fields: Partial<IntakeDraft>) => void
  readonly procedure: { readonly found: InForce | null; readonly problem: unknown }
  readonly busy: boolean
  readonly problem: unknown
  /** On the button that sends. */
  readonly sendLabel: string
  readonly onSend: (found: InForce) => void
}

/** What is typed of a case at the desk. Where it is sent, and what happens then, is the page's. */
export function IntakeForm({ draft, change, procedure, busy, problem, sendLabel, onSend }: FormProps) {
  const m = useMessages({ vi, en })
  const units = useIntakeSource().useReceivingUnits()
  const refusal = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) refusal.current?.focus()
  }, [problem])
  const firstUnit = units?.[0]?.id
  useEffect(() => {
    if (draft.receivedUnitId === null && firstUnit) change({ receivedUnitId: firstUnit })
  }, [draft.receivedUnitId, firstUnit, change])
  const { found } = procedure
  const submit = () => {
    if (found && !busy) onSend(found)
  }
  usePageKeys({ 'Control+Enter': submit }, true)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {problem !== null && problem !== undefined && (
        <div ref={refusal} tabIndex={-1} style={{ outline: 'none', marginBottom: 16 }}>
          <ProblemAlert problem={problem} />
        </div>
      )}
      {units?.length === 0 && (
        <Alert color="warning" role="note" mb="md">
          {m.noUnit}
        </Alert>
      )}
      <div className={classes.columns}>
        <div className={classes.form}>
          <IntakeHead
            draft={draft}
            change={change}
            units={units ?? []}
            onCard={(holder) => change(ofCard(draft, holder))}
          />
          {found ? (
            <IntakeBody draft={draft} change={change} found={found} problem={problem} />
          ) : (
            <WaitingForProcedure code={draft.procedureCode} problem={procedure.problem} />
          )}
        </div>
        {found && (
          <IntakeSide
            draft={draft}
            content={found.content}
            busy={busy}
            sendLabel={sendLabel}
            onReason={(missingReason) => change({ missingReason })}
          />
        )}
      </div>
    </form>
  )
}

function WaitingForProcedure({ code, problem }: { readonly code: string | null; readonly problem: unknown }) {
  const m = useMessages({ vi, en })
  if (code === null) return <EmptyState title={m.chooseProcedure} body={m.chooseProcedureBody} />
  return problem ? <ProblemAlert problem={problem} /> : <Lines count={8} />
}

type BodyProps = {
  readonly draft: IntakeDraft
  readonly change: (fields: Partial<IntakeDraft>) => void
  readonly found: InForce
  readonly problem: unknown
}

/** Whose matter it is, what the procedure asks, and the papers. */
function IntakeBody({ draft, change, found: { content }, problem }: BodyProps) {
  const m = useMessages({ vi, en })
  const errorOf = useErrorOf(problem)
  const { subject, representative } = draft
  return (
    <>
      <Section title={m.subject}>
        <Stack gap="sm">
          <PartyFields
            path="subject"
            party={subject}
            errorOf={errorOf}
            onChange={(fields) => change({ subject: { ...subject, ...fields } })}
          />
          <PartyWarnings party={subject} />
          <Checkbox
            label={m.cardSeen}
            checked={draft.authentication === 'card-seen'}
            onChange={(event) => change({ authentication: event.currentTarget.checked ? 'card-seen' : 'none' })}
          />
          <Checkbox
            label={m.hasRepresentative}
            checked={representative !== null}
            onChange={(event) =>
              change({ representative: event.currentTarget.checked ? { ...emptyParty, ground: '' } : null })
            }
          />
        </Stack>
      </Section>
      {representative && (
        <Section title={m.representative}>
          <Stack gap="sm">
            <PartyFields
              path="representative"
              party={representative}
              errorOf={errorOf}
              onChange={(fields) => change({ representative: { ...representative, ...fields } })}
            />
            <PartyWarnings party={representative} />
            <TextField
              name="representative.ground"
              label={m.ground}
              hint={m.groundHint}
              required
              maxLength={300}
              value={representative.ground}
              error={errorOf('representative.ground')}
              onChange={(ground) => change({ representative: { ...representative, ground } })}
            />
          </Stack>
        </Section>
      )}
      {content.questions.length > 0 && (
        <Section title={m.questions}>
          <QuestionFields
            questions={content.questions}
            answers={draft.answers}
            onAnswer={(name, value) => change({ answers: { ...draft.answers, [name]: value } })}
          />
        </Section>
      )}
      <Section title={m.papers}>
        <PaperChecklist draft={draft} content={content} onChange={(papers) => change({ papers })} />
      </Section>
      <SimpleGrid cols={1}>
        <TextField
          name="title"
          label={m.caseTitle}
          hint={m.caseTitleHint}
          maxLength={500}
          value={draft.title}
          error={errorOf('title')}
          onChange={(title) => change({ title })}
        />
      </SimpleGrid>
    </>
  )
}

/** What the server refused, by the path of the field. */
function useErrorOf(problem: unknown): (path: string) => string | undefined {
  const say = useProblemText()
  const details = isCallProblem(problem) ? (problem.body.errors ?? []) : []
  return (path) => {
    const own = details.find((detail) => detail.path === path)
    return own && say.detail(own)
  }
}

/** What a card says takes the place of what was typed; the phone stays. */
function ofCard({ subject }: IntakeDraft, { party }: CardHolder): Partial<IntakeDraft> {
  return {
    authentication: 'card-seen',
    subject: {
      ...subject,
      kind: subject.kind === 'household-business' ? subject.kind : 'person',
      name: party.name,
      identityNumber: party.identityNumber ?? '',
      bornOn: party.bornOn,
      gender: party.gender,
      address: party.address ?? subject.address,
    },
  }
}
