import { Alert, Text } from '@mantine/core'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { Timeline } from '#ui/timeline.tsx'
import { type CaseDetail, caseTopic, explainDue } from '../contract.ts'
import { DueChip } from './case-chips.tsx'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'
import { Sentences } from './due-preview.tsx'

/** How the due moment was reckoned, step by step, and every time it changed with its ground. */
export function DueSection({ one }: { readonly one: CaseDetail }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const caseId = one.id
  const due = useOperation(explainDue, one.receivedAt === null ? null : { caseId }, { topics: [caseTopic(caseId)] })
  if (one.receivedAt === null) return <EmptyState title={m.noDue} />
  return (
    <Loaded query={due}>
      {({ dueAt, reckonedDueAt, unconfirmed, sentences, changes }) => (
        <>
          <Section title={m.dueProof} actions={<DueChip due={one} />}>
            {dueAt && (
              <Text fw={600} mb="sm">
                {m.dueAt}: {formatMoment(dueAt)}
              </Text>
            )}
            {unconfirmed && (
              <Alert color="warning" role="note" mb="sm">
                {m.unconfirmed}
              </Alert>
            )}
            {dueAt && reckonedDueAt && dueAt !== reckonedDueAt && (
              <Alert color="warning" role="note" mb="sm">
                {m.otherwiseNow(formatMoment(reckonedDueAt))}
              </Alert>
            )}
            <Sentences sentences={sentences.map(say)} />
          </Section>
          <div style={{ height: 'var(--hd-gap)' }} />
          <Section title={m.dueChanges}>
            <Timeline
              label={m.dueChanges}
              entries={changes.map((change, place) => ({
                key: String(place),
                when: formatMoment(change.at),
                title: m.changeKinds[change.kind],
                tone: change.kind === 'extension' || change.kind === 'reopen' ? 'warning' : 'info',
                body: <ChangeBody change={change} />,
              }))}
            />
          </Section>
        </>
      )}
    </Loaded>
  )
}

type Change = {
  readonly dueBefore: string | null
  readonly dueAfter: string | null
  readonly reason: string
  readonly decision: string | null
  readonly byName: string
}

function ChangeBody({ change: { dueBefore, dueAfter, reason, decision, byName } }: { readonly change: Change }) {
  const m = useMessages({ vi, en })
  const moment = (instant: string | null) => (instant ? formatMoment(instant) : m.standsStill)
  return (
    <>
      <Text size="sm">{dueBefore === null ? moment(dueAfter) : m.fromTo(moment(dueBefore), moment(dueAfter))}</Text>
      <Text size="sm" c="dimmed">
        {[byName, reason, decision && m.decision(decision)].filter(Boolean).join(' · ')}
      </Text>
    </>
  )
}
