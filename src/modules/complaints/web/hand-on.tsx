import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useGoTo } from '#ui/link.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import {
  type ComplaintDetail,
  handOnComplaint,
  listComplaintNotices,
  listComplaints,
  listHandedOn,
} from '../contract.ts'
import { useTexts } from './texts.ts'

type Props = { readonly one: Pick<ComplaintDetail, 'id' | 'version'> }

/** Hands a complaint on to the unit that is competent; the page is left, as it may be out of sight then. */
export function HandOnButton({ one }: Props) {
  const m = useTexts()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {m.handOn}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={m.handOn}>
        <HandOnForm one={one} />
      </Dialog>
    </>
  )
}

function HandOnForm({ one }: Props) {
  const m = useTexts()
  const toast = useToast()
  const goTo = useGoTo()
  const handOn = useChange(handOnComplaint, {
    invalidates: [listComplaints, listHandedOn, listComplaintNotices],
    onDone: ({ number, unit }) => {
      toast.good(m.handedOn(number, unit))
      goTo('/complaints')
    },
  })
  const form = useForm({
    start: { unitId: null as UnitOption | null, reason: '' },
    send: ({ unitId, reason }) =>
      handOn.mutateAsync({ complaintId: one.id, version: one.version, unitId: unitId?.id ?? '', reason }),
  })
  return (
    <Stack gap="sm">
      <Text size="sm">{m.handOnHint}</Text>
      <Form form={form} submitLabel={m.handOn}>
        <UnitPicker {...form.field('unitId')} label={m.competent} load={loadUnits()} required />
        <ParagraphField {...form.field('reason')} label={m.reasonToCitizen} rows={3} maxLength={500} required />
      </Form>
    </Stack>
  )
}
