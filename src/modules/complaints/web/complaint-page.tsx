import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { usePathPart } from '#ui/address.ts'
import { addressOf, upload } from '#ui/call.ts'
import { ChoiceField } from '#ui/check-field.tsx'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { Facts } from '#ui/facts.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel, useLanguage } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import {
  answerComplaint,
  type ComplaintDetail,
  complaintTopic,
  getComplaint,
  getComplaintFile,
  listComplaints,
  refuseComplaint,
} from '../contract.ts'
import { OUTCOMES } from '../domain/complaint.ts'
import { Standing } from './complaints-page.tsx'
import { useTexts } from './texts.ts'

type Props = { readonly one: ComplaintDetail }

/** One complaint: what it says, until when it is answered and how that was counted, and its answer. */
export function ComplaintPage() {
  const m = useTexts()
  const complaintId = usePathPart('complaintId')
  const query = useOperation(getComplaint, { complaintId }, { topics: [complaintTopic(complaintId)] })
  const title = query.data?.number ?? m.title
  return (
    <Page
      title={title}
      trail={[{ label: m.title, to: '/complaints' }, { label: title }]}
      lead={query.data && <Standing of={query.data} />}
    >
      <Loaded query={query} lines={8}>
        {(one) => (
          <>
            <Section title={m.text}>
              <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{one.text}</Text>
              <Files complaintId={one.id} files={one.files} />
              <About one={one} />
            </Section>
            <Counted one={one} />
            {one.involved && one.state === 'open' && (
              <Alert color="warning" role="note">
                {m.involved}
              </Alert>
            )}
            {one.answer !== null && <Answered one={one} />}
            {one.may.includes('answer') && <Answer one={one} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function About({ one }: Props) {
  const m = useTexts()
  const say = useLabel()
  const facts = [
    { label: m.topic, value: m.topics[one.topic] },
    ...(one.caseId !== null
      ? [{ label: m.caseCode, value: <LinkTo to={`/cases/${one.caseId}`}>{one.caseCode}</LinkTo> }]
      : []),
    ...(one.procedureName ? [{ label: m.procedure, value: say(one.procedureName) }] : []),
    { label: m.about, value: one.aboutUnit },
    { label: m.unit, value: one.unit },
    { label: m.officer, value: one.officerName || m.nobody },
    { label: m.filed, value: formatMoment(one.filedAt) },
    { label: m.due, value: formatMoment(one.dueAt) },
    { label: m.refuseBy, value: formatMoment(one.refuseBy) },
  ]
  return <Facts facts={facts} />
}

function Files({ complaintId, files }: { readonly complaintId: string; readonly files: ComplaintDetail['files'] }) {
  const m = useTexts()
  if (files.length === 0) return null
  return (
    <List my="sm" aria-label={m.files}>
      {files.map(({ fileId, name }) => (
        <List.Item key={fileId}>
          <Anchor href={addressOf(getComplaintFile, { complaintId, fileId })} download underline="always">
            {name}
          </Anchor>
        </List.Item>
      ))}
    </List>
  )
}

function Counted({ one }: Props) {
  const m = useTexts()
  const { language } = useLanguage()
  return (
    <Section title={m.counted}>
      <List type="ordered">
        {one.counted[language].map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Section>
  )
}

function Answered({ one }: Props) {
  const m = useTexts()
  return (
    <Section title={m.answerTitle}>
      <Stack gap="xs">
        <Text c="dimmed">{m.answeredBy(one.answeredByName ?? '', formatMoment(one.answeredAt ?? ''))}</Text>
        {one.outcome !== null && <Text fw={600}>{m.outcomes[one.outcome]}</Text>}
        <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{one.answer}</Text>
        <Files complaintId={one.id} files={one.answerFiles} />
        <Text size="sm" c="dimmed">
          {one.seenAt === null ? m.notSeen : m.seen(formatMoment(one.seenAt))}
        </Text>
      </Stack>
    </Section>
  )
}

function Answer({ one }: Props) {
  const m = useTexts()
  const toast = useToast()
  const [refusing, setRefusing] = useState(false)
  const done = { invalidates: [getComplaint, listComplaints], onDone: () => toast.good(m.answered) }
  const answer = useChange(answerComplaint, done)
  const refuse = useChange(refuseComplaint, { ...done, onProblem: toast.problem })
  const seen = { complaintId: one.id, version: one.version }
  const form = useForm({
    start: { outcome: null as string | null, text: '', file: null as File | null },
    keep: `${answerComplaint.id} ${one.id}`,
    send: async ({ outcome, text, file }) => {
      const fileIds = file ? [(await upload(file)).fileId] : []
      const found = OUTCOMES.find((one) => one === outcome)
      await answer.mutateAsync({ ...seen, outcome: found as (typeof OUTCOMES)[number], text, fileIds })
    },
  })
  return (
    <Section
      title={m.answerTitle}
      actions={
        one.may.includes('refuse') && (
          <Button variant="default" size="xs" onClick={() => setRefusing(true)}>
            {m.refuse}
          </Button>
        )
      }
    >
      <Form form={form} submitLabel={m.answer}>
        <ChoiceField
          {...form.field('outcome')}
          label={m.outcome}
          options={OUTCOMES.map((value) => ({ value, label: m.outcomes[value] }))}
        />
        <ParagraphField {...form.field('text')} label={m.answerText} rows={5} maxLength={4000} required />
        <FileField {...form.field('file')} label={m.answerFile} accept="image/*,.pdf" />
      </Form>
      <Group>
        <ConfirmDialog
          opened={refusing}
          title={m.refuseAsk}
          reason
          danger
          busy={refuse.isPending}
          onConfirm={(reason) => refuse.mutate({ ...seen, reason })}
          onClose={() => setRefusing(false)}
        />
      </Group>
    </Section>
  )
}
