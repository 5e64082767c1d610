import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import { askForMore, type ComplaintDetail, getComplaint, listComplaints, takeQuestionBack } from '../contract.ts'
import { MOST_TEXT } from '../domain/complaint.ts'
import { Files } from './complaint-files.tsx'
import { useTexts } from './texts.ts'

type Props = { readonly one: ComplaintDetail }
const AS_WRITTEN = { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const

/** What the citizen was asked and said to it; and asking them for more. */
export function EnquirySection({ one }: Props) {
  const m = useTexts()
  const [asking, setAsking] = useState(false)
  const mayAsk = one.may.includes('ask')
  if (one.enquiries.length === 0 && !mayAsk) return null
  return (
    <Section
      title={m.more}
      actions={
        <>
          {mayAsk && !asking && (
            <Button variant="default" size="xs" onClick={() => setAsking(true)}>
              {m.ask}
            </Button>
          )}
          {one.may.includes('take-back') && <TakeBack one={one} />}
        </>
      }
    >
      <Stack gap="md">
        {one.enquiries.map((enquiry) => (
          <Enquiry key={enquiry.id} one={one} enquiry={enquiry} />
        ))}
        {one.askedAt !== null && one.pausedAt === null && <Text size="sm">{m.clockRuns}</Text>}
        {mayAsk && asking && <Ask one={one} onDone={() => setAsking(false)} />}
      </Stack>
    </Section>
  )
}

function Enquiry({ one, enquiry }: Props & { readonly enquiry: ComplaintDetail['enquiries'][number] }) {
  const m = useTexts()
  const { unit, question, askedAt, closed, closedAt, reply, files } = enquiry
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {m.askedBy(unit, formatMoment(askedAt))}
      </Text>
      <Text fw={600} style={AS_WRITTEN}>
        {question}
      </Text>
      {closed === null && <Text>{m.awaited}</Text>}
      {(closed === 'taken-back' || closed === 'ended') && <Text>{m.closings[closed]}</Text>}
      {reply !== null && (
        <>
          <Text size="sm" c="dimmed">
            {m.repliedAt(formatMoment(closedAt ?? ''))}
          </Text>
          <Text style={AS_WRITTEN}>{reply}</Text>
          <Files complaintId={one.id} files={files} />
        </>
      )}
    </Stack>
  )
}

function Ask({ one, onDone }: Props & { readonly onDone: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const ask = useChange(askForMore, {
    invalidates: [getComplaint, listComplaints],
    onDone: () => {
      toast.good(m.askedDone)
      onDone()
    },
  })
  const form = useForm({
    start: { question: '' },
    keep: `${askForMore.id} ${one.id}`,
    send: ({ question }) => ask.mutateAsync({ complaintId: one.id, version: one.version, question }),
  })
  return (
    <Stack gap="sm">
      <Text size="sm">{m.askHint(formatMoment(one.askBy))}</Text>
      <Form form={form} submitLabel={m.ask}>
        <ParagraphField {...form.field('question')} label={m.question} rows={3} maxLength={MOST_TEXT} required />
      </Form>
    </Stack>
  )
}

function TakeBack({ one }: Props) {
  const m = useTexts()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const takeBack = useChange(takeQuestionBack, {
    invalidates: [getComplaint, listComplaints],
    onDone: () => {
      toast.good(m.saved)
      setAsking(false)
    },
    onProblem: toast.problem,
  })
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        {m.takeBack}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={m.takeBackAsk}
        confirmLabel={m.takeBack}
        danger
        busy={takeBack.isPending}
        onConfirm={() => takeBack.mutate({ complaintId: one.id, version: one.version })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
