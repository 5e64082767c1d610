import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useToast } from '#ui/toast.tsx'
import {
  assignComplaint,
  type ComplaintDetail,
  getComplaint,
  listComplaintAssignees,
  listComplaints,
} from '../contract.ts'
import { useTexts } from './texts.ts'

type Props = { readonly one: Pick<ComplaintDetail, 'id' | 'version' | 'assigneeId'> }

/** Gives a complaint to somebody of the unit that has it. */
export function AssignButton({ one }: Props) {
  const m = useTexts()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {m.assign}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={m.assign}>
        <AssignForm one={one} onDone={() => setOpened(false)} />
      </Dialog>
    </>
  )
}

const NOBODY = 'nobody'

function AssignForm({ one, onDone }: Props & { readonly onDone: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const query = useOperation(listComplaintAssignees, { complaintId: one.id })
  const assign = useChange(assignComplaint, {
    invalidates: [getComplaint, listComplaints],
    onDone: () => {
      toast.good(m.saved)
      onDone()
    },
  })
  const form = useForm({
    start: { assigneeId: (one.assigneeId ?? NOBODY) as string | null },
    send: ({ assigneeId }) =>
      assign.mutateAsync({
        complaintId: one.id,
        version: one.version,
        assigneeId: assigneeId === NOBODY ? null : assigneeId,
      }),
  })
  return (
    <Loaded query={query} lines={2}>
      {({ assignees }) => (
        <Form form={form} submitLabel={m.assign}>
          <SelectField
            {...form.field('assigneeId')}
            label={m.assignee}
            options={[
              { value: NOBODY, label: m.notAssigned },
              ...assignees.map(({ accountId, name }) => ({ value: accountId, label: name })),
            ]}
          />
        </Form>
      )}
    </Loaded>
  )
}
