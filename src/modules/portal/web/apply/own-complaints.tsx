import { Alert, Anchor, Button, List, Stack, Text, Title } from '@mantine/core'
import { Fragment, useState } from 'react'
import {
  complaintTopic,
  getOwnComplaintFile,
  giveMore,
  listOwnComplaints,
  MOST_FILES,
  MOST_TEXT,
  OUTCOME_WORDS,
  type OwnComplaint,
  STATE_WORDS,
  TOPIC_WORDS,
} from '#modules/complaints/contract.ts'
import { addressOf } from '#ui/call.ts'
import { type Messages, useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { useChange, useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { TalkForm } from '#ui/talk-form.tsx'
import { useToast } from '#ui/toast.tsx'
import classes from './apply.module.css'
import { en } from './complaint-messages.en.ts'
import { vi } from './complaint-messages.vi.ts'

const MOST_HEARD = 20

/** Which complaints wait for more of their citizen; leads to where it is said. */
export function Awaited() {
  const m = useMessages({ vi, en })
  const query = useOperation(listOwnComplaints, { limit: 20 })
  const numbers = (query.data?.complaints ?? []).filter(({ askedAt }) => askedAt !== null).map(({ number }) => number)
  if (numbers.length === 0) return null
  return (
    <Alert color="warning" role="note">
      <Anchor href="#own-complaints" underline="always">
        {m.awaited(numbers.join(', '))}
      </Anchor>
    </Alert>
  )
}

/** What one complained about, until when it is answered, and the answers; live. */
export function OwnComplaints() {
  const m = useMessages({ vi, en })
  const [after, setAfter] = useState<string>()
  const [heard, setHeard] = useState<readonly string[]>([])
  const query = useOperation(
    listOwnComplaints,
    { limit: 20, ...(after !== undefined && { after }) },
    { topics: heard.map(complaintTopic), keepPrevious: true },
  )
  const shown = (query.data?.complaints ?? []).map(({ id }) => id).slice(0, MOST_HEARD)
  if (shown.join() !== heard.join()) setHeard(shown)
  return (
    <section aria-labelledby="own-complaints">
      <Title order={2} size="h4" id="own-complaints" mb="xs">
        {m.list}
      </Title>
      <Loaded query={query} empty={({ complaints }) => complaints.length === 0} emptyState={<Text>{m.none}</Text>}>
        {({ complaints, next }) => (
          <Stack gap="sm">
            <List listStyleType="none" spacing="sm">
              {complaints.map((one) => (
                <List.Item key={one.id} className={classes.card ?? ''}>
                  <Shown one={one} />
                </List.Item>
              ))}
            </List>
            {next !== null && (
              <Button size="xs" variant="default" onClick={() => setAfter(next)}>
                {m.older}
              </Button>
            )}
          </Stack>
        )}
      </Loaded>
    </section>
  )
}

const TONES = { open: 'lamp', answered: 'good', refused: 'neutral' } as const

function Shown({ one }: { readonly one: OwnComplaint }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { language } = useLanguage()
  return (
    <Stack gap={6} align="flex-start">
      <Text fw={600}>
        {one.number} – {say(TOPIC_WORDS[one.topic])}
      </Text>
      {one.askedAt === null ? (
        <StatusChip tone={TONES[one.state]}>{say(STATE_WORDS[one.state])}</StatusChip>
      ) : (
        <StatusChip tone="warning">{m.waiting}</StatusChip>
      )}
      <Text size="sm" c="dimmed">
        {[one.caseCode, one.procedureName && say(one.procedureName), one.aboutUnit].filter(Boolean).join(' · ')}
      </Text>
      <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{one.text}</Text>
      <Files one={one} files={one.files} />
      <Way one={one} />
      {one.state === 'open' && <Text>{dueWords(one, m)}</Text>}
      <details>
        <summary>{m.counted}</summary>
        <List type="ordered" mt="xs">
          {one.counted[language].map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </details>
      {one.answer !== null && (
        <>
          <Text fw={600} mt="sm">
            {m.answer}
            {one.outcome !== null && `: ${say(OUTCOME_WORDS[one.outcome])}`}
          </Text>
          <Text size="sm" c="dimmed">
            {m.answeredAt(one.unit, formatMoment(one.answeredAt ?? ''))}
          </Text>
          <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{one.answer}</Text>
          <Files one={one} files={one.answerFiles} />
        </>
      )}
    </Stack>
  )
}

type Texts = typeof vi
type Enquiry = OwnComplaint['enquiries'][number]

/** Until when it is answered, and whether that stands still. */
function dueWords({ dueAt, askedAt, pausedAt }: OwnComplaint, m: Messages<Texts>): string {
  if (pausedAt !== null) return m.paused(formatMoment(pausedAt))
  return askedAt === null ? m.due(formatMoment(dueAt)) : m.stillDue(formatMoment(dueAt))
}

const AS_WRITTEN = { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const

/** What happened to it, in its order: which unit has it now and why it went there, and what was asked and said. */
function Way({ one }: { readonly one: OwnComplaint }) {
  const steps = [
    ...one.handedOn.map((step) => ({ at: step.at, shown: <HandedOn step={step} /> })),
    ...one.enquiries.map((step) => ({ at: step.askedAt, shown: <Asked one={one} step={step} /> })),
  ].toSorted((a, b) => a.at.localeCompare(b.at))
  return steps.map(({ at, shown }) => <Fragment key={at}>{shown}</Fragment>)
}

function HandedOn({ step: { at, from, to, reason } }: { readonly step: OwnComplaint['handedOn'][number] }) {
  const m = useMessages({ vi, en })
  return (
    <Stack gap={2} mt="xs">
      <Text fw={600}>{m.handedOn(from, to)}</Text>
      <Text style={AS_WRITTEN}>{reason || m.reorganised}</Text>
      <Text size="sm" c="dimmed">
        {formatMoment(at)}
      </Text>
    </Stack>
  )
}

function Asked({ one, step }: { readonly one: OwnComplaint; readonly step: Enquiry }) {
  const m = useMessages({ vi, en })
  const { unit, question, askedAt, closed, closedAt, reply, files } = step
  return (
    <Stack gap={2} mt="xs" w="100%">
      <Text fw={600}>{m.asked(unit, formatMoment(askedAt))}</Text>
      <Text style={AS_WRITTEN}>{question}</Text>
      {closed === null && <GiveMore complaintId={one.id} enquiryId={step.id} />}
      {reply !== null && (
        <>
          <Text fw={600} mt={4}>
            {m.said(formatMoment(closedAt ?? ''))}
          </Text>
          <Text style={AS_WRITTEN}>{reply}</Text>
          <Files one={one} files={files} />
        </>
      )}
      {(closed === 'taken-back' || closed === 'ended') && <Text c="dimmed">{m.takenBack}</Text>}
    </Stack>
  )
}

/** The answer to what was asked; kept while it is written. */
function GiveMore({ complaintId, enquiryId }: { readonly complaintId: string; readonly enquiryId: string }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const give = useChange(giveMore, { invalidates: [listOwnComplaints], onDone: () => toast.good(m.given) })
  return (
    <TalkForm
      label={m.more}
      fileLabel={m.moreFile}
      submitLabel={m.giveMore}
      mostFiles={MOST_FILES}
      mostText={MOST_TEXT}
      keep={`${giveMore.id} ${enquiryId}`}
      onSend={(text, fileIds) => give.mutateAsync({ complaintId, enquiryId, text, fileIds: [...fileIds] })}
    />
  )
}

function Files({ one, files }: { readonly one: OwnComplaint; readonly files: OwnComplaint['files'] }) {
  return files.map(({ fileId, name }) => (
    <Anchor
      key={fileId}
      href={addressOf(getOwnComplaintFile, { complaintId: one.id, fileId })}
      download
      underline="always"
    >
      {name}
    </Anchor>
  ))
}
