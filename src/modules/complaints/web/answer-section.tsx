import { Button } from '@mantine/core'
import { useState } from 'react'
import { upload } from '#ui/call.ts'
import { ChoiceField } from '#ui/check-field.tsx'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import {
  answerComplaint,
  type ComplaintDetail,
  getComplaint,
  listComplaintNotices,
  listComplaints,
  refuseComplaint,
} from '../contract.ts'
import { OUTCOMES } from '../domain/complaint.ts'
import { OUTCOME_WORDS } from '../domain/words.ts'
import { useTexts } from './texts.ts'

/** The answer to the citizen, or the refusal while it may be refused. */
export function AnswerSection({ one }: { readonly one: ComplaintDetail }) {
  const m = useTexts()
  const say = useLabel()
  const toast = useToast()
  const [refusing, setRefusing] = useState(false)
  const done = {
    invalidates: [getComplaint, listComplaints, listComplaintNotices],
    onDone: () => toast.good(m.answered),
  }
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
          options={OUTCOMES.map((value) => ({ value, label: say(OUTCOME_WORDS[value]) }))}
        />
        <ParagraphField {...form.field('text')} label={m.answerText} rows={5} maxLength={4000} required />
        <FileField {...form.field('file')} label={m.answerFile} accept="image/*,.pdf" />
      </Form>
      <ConfirmDialog
        opened={refusing}
        title={m.refuseAsk}
        reason
        danger
        busy={refuse.isPending}
        onConfirm={(reason) => refuse.mutate({ ...seen, reason })}
        onClose={() => setRefusing(false)}
      />
    </Section>
  )
}
