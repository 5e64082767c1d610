import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconFlask, IconMessagePlus } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { useToast } from '#ui/toast.tsx'
import { type CaseDetail, caseTopic, listMessages, MESSAGES_TOPIC, type Message, retryMessage } from '../contract.ts'
import { useNotifyTexts } from './notify-texts.ts'
import { actWords } from './words.ts'
import { WriteMessage } from './write-message.tsx'

const TONES = {
  queued: 'neutral',
  waiting: 'warning',
  'not-configured': 'warning',
  sent: 'info',
  delivered: 'good',
  undelivered: 'bad',
  'given-up': 'bad',
} as const

/** What was said between the unit and the citizen about a case. */
export function MessagesSection({ one }: { readonly one: CaseDetail }) {
  const m = useNotifyTexts()
  const may = useMay()
  const [writing, setWriting] = useState(false)
  const [after, setAfter] = useState<string>()
  const query = useOperation(
    listMessages,
    { caseId: one.id, ...(after !== undefined && { after }) },
    { topics: [caseTopic(one.id), MESSAGES_TOPIC], keepPrevious: true },
  )
  return (
    <Section
      title={m.messages}
      actions={
        may('cases:process') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconMessagePlus size={16} aria-hidden />}
            onClick={() => setWriting(true)}
          >
            {m.write}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ messages, ways, next }) => {
          const missing = ways.filter(({ configured, reachable }) => !configured && reachable)
          const simulated = ways.filter((way) => way.simulated && way.reachable)
          return (
            <Stack gap="md">
              {missing.length > 0 && (
                <Alert color="warning">
                  {m.notConfigured(missing.map(({ channel }) => m.channels[channel]).join(', '))}
                </Alert>
              )}
              {simulated.length > 0 && (
                <Alert color="warning" icon={<IconFlask aria-hidden />}>
                  {m.simulated(simulated.map(({ channel }) => m.channels[channel]).join(', '))}{' '}
                  <LinkTo to="/cases/outbox" underline="always">
                    {m.outbox}
                  </LinkTo>
                </Alert>
              )}
              {messages.length === 0 ? (
                <EmptyState title={m.noMessages} body={m.noMessagesBody} />
              ) : (
                <Messages caseId={one.id} messages={messages} />
              )}
              {next !== null && (
                <Button size="xs" variant="default" onClick={() => setAfter(next)}>
                  {m.older}
                </Button>
              )}
              <Dialog opened={writing} title={m.write} onClose={() => setWriting(false)}>
                <WriteMessage caseId={one.id} ways={ways} onDone={() => setWriting(false)} />
              </Dialog>
            </Stack>
          )
        }}
      </Loaded>
    </Section>
  )
}

function Messages({ caseId, messages }: { readonly caseId: string; readonly messages: readonly Message[] }) {
  const m = useNotifyTexts()
  const say = useLabel()
  const entries = messages.map((message) => ({
    key: message.id,
    when: formatMoment(message.queuedAt),
    title: `${m.channels[message.channel]}: ${message.act ? say(actWords[message.act]) : message.writtenByName === null ? m.automatic : m.by(message.writtenByName)}`,
    body: <Body caseId={caseId} message={message} />,
  }))
  return <Timeline entries={entries} />
}

function Body({ caseId, message }: { readonly caseId: string; readonly message: Message }) {
  const m = useNotifyTexts()
  const toast = useToast()
  const retry = useChange(retryMessage, {
    invalidates: [listMessages],
    onDone: () => toast.good(m.retried),
    onProblem: toast.problem,
  })
  const stuck = message.state === 'given-up' || message.state === 'waiting' || message.state === 'not-configured'
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <StatusChip tone={TONES[message.state]}>{m.states[message.state]}</StatusChip>
        <Text size="sm" c="dimmed">
          {message.channel === 'push' ? m.toBrowser : m.to(message.recipient)}
          {message.attempts > 0 && ` · ${m.attempts(formatNumber(message.attempts))}`}
          {message.lastError !== null && ` · ${m.lastError(message.lastError)}`}
          {message.nextAt !== null && message.attempts > 0 && ` · ${m.nextAt(formatMoment(message.nextAt))}`}
        </Text>
      </Group>
      {message.subject !== '' && message.channel !== 'push' && <Text fw={600}>{message.subject}</Text>}
      <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{message.text}</Text>
      {stuck && (
        <Group>
          <Button
            size="xs"
            variant="default"
            loading={retry.isPending}
            onClick={() => retry.mutate({ caseId, messageId: message.id })}
          >
            {m.retry}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
