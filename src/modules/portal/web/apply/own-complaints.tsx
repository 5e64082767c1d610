import { Anchor, Button, List, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import {
  complaintTopic,
  getOwnComplaintFile,
  listOwnComplaints,
  OUTCOME_WORDS,
  type OwnComplaint,
  STATE_WORDS,
  TOPIC_WORDS,
} from '#modules/complaints/contract.ts'
import { addressOf } from '#ui/call.ts'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import classes from './apply.module.css'
import { en } from './complaint-messages.en.ts'
import { vi } from './complaint-messages.vi.ts'

const MOST_HEARD = 20

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
      <StatusChip tone={TONES[one.state]}>{say(STATE_WORDS[one.state])}</StatusChip>
      <Text size="sm" c="dimmed">
        {[one.caseCode, one.procedureName && say(one.procedureName), one.aboutUnit].filter(Boolean).join(' · ')}
      </Text>
      <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{one.text}</Text>
      <Files one={one} files={one.files} />
      <HandedOn one={one} />
      {one.state === 'open' && <Text>{m.due(formatMoment(one.dueAt))}</Text>}
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

/** Which unit has it now, and why it went there. */
function HandedOn({ one }: { readonly one: OwnComplaint }) {
  const m = useMessages({ vi, en })
  return one.handedOn.map(({ at, from, to, reason }) => (
    <Stack key={at} gap={2} mt="xs">
      <Text fw={600}>{m.handedOn(from, to)}</Text>
      <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{reason || m.reorganised}</Text>
      <Text size="sm" c="dimmed">
        {formatMoment(at)}
      </Text>
    </Stack>
  ))
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
