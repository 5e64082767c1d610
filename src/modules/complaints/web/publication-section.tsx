import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import { type ComplaintDetail, getComplaint, publishAnswer, withdrawAnswer } from '../contract.ts'
import { MOST_TEXT } from '../domain/complaint.ts'
import { useTexts } from './texts.ts'

type Props = { readonly one: ComplaintDetail }

/** Whether the answer is public, and in which words; nothing is until the unit decides it. */
export function PublicationSection({ one }: Props) {
  const m = useTexts()
  const [writing, setWriting] = useState(false)
  const { publication } = one
  const mayPublish = one.may.includes('publish')
  return (
    <Section
      title={m.publication}
      lead={publication === null ? m.notPublic : m.publicSince(formatMoment(publication.publishedAt))}
      actions={
        <>
          {mayPublish && !writing && (
            <Button variant="default" size="xs" onClick={() => setWriting(true)}>
              {publication === null ? m.publish : m.publishAnew}
            </Button>
          )}
          {one.may.includes('withdraw') && <Withdraw one={one} />}
        </>
      }
    >
      {publication !== null && !writing && <Shown {...publication} />}
      {mayPublish && writing && <Publish one={one} onDone={() => setWriting(false)} />}
    </Section>
  )
}

function Shown({ question, answer }: { readonly question: string; readonly answer: string }) {
  const style = { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const
  return (
    <Stack gap="xs">
      <Text fw={600} style={style}>
        {question}
      </Text>
      <Text style={style}>{answer}</Text>
    </Stack>
  )
}

function Publish({ one, onDone }: Props & { readonly onDone: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const publish = useChange(publishAnswer, {
    invalidates: [getComplaint],
    onDone: () => {
      toast.good(m.published)
      onDone()
    },
  })
  const form = useForm({
    // What the citizen wrote may say who they are: the question is written anew.
    start: { question: one.publication?.question ?? '', answer: one.publication?.answer ?? one.answer ?? '' },
    send: (words) => publish.mutateAsync({ complaintId: one.id, version: one.version, ...words }),
  })
  return (
    <Stack gap="sm">
      <Text>{m.publishHint}</Text>
      <Form form={form} submitLabel={m.publish}>
        <ParagraphField
          {...form.field('question')}
          label={m.publicQuestion}
          hint={m.publicQuestionHint}
          rows={3}
          maxLength={MOST_TEXT}
          required
        />
        <ParagraphField {...form.field('answer')} label={m.publicAnswer} rows={5} maxLength={MOST_TEXT} required />
      </Form>
    </Stack>
  )
}

function Withdraw({ one }: Props) {
  const m = useTexts()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const withdraw = useChange(withdrawAnswer, {
    invalidates: [getComplaint],
    onDone: () => {
      toast.good(m.saved)
      setAsking(false)
    },
    onProblem: toast.problem,
  })
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        {m.withdraw}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={m.withdrawAsk}
        reason
        danger
        busy={withdraw.isPending}
        onConfirm={(reason) => withdraw.mutate({ complaintId: one.id, version: one.version, reason })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
