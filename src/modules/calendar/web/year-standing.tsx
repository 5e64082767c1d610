import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useChange } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { confirmYear, listSpecialDays, type YearWord } from '../contract.ts'
import { useTexts } from './texts.ts'

type Props = { readonly standing: YearWord; readonly manages: boolean }

/** Whether the year's days off are decided, and saying so. */
export function YearStanding({ standing, manages }: Props) {
  const m = useTexts()
  const [asking, setAsking] = useState(false)
  const { confirmed, decision, year } = standing
  const title = confirmed ? m.unconfirmYearTitle : m.confirmYearTitle
  return (
    <Group mb="md" gap="sm">
      <StatusChip tone={confirmed ? 'good' : 'warning'}>{confirmed ? m.yearConfirmed : m.yearNotConfirmed}</StatusChip>
      {decision && <Text size="sm">{decision}</Text>}
      {manages && (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          {confirmed ? m.unconfirmYear : m.confirmYear}
        </Button>
      )}
      <Dialog opened={asking} title={title(String(year))} onClose={() => setAsking(false)}>
        {asking && <ConfirmForm standing={standing} onDone={() => setAsking(false)} />}
      </Dialog>
    </Group>
  )
}

function ConfirmForm({ standing, onDone }: { readonly standing: YearWord; readonly onDone: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const { year, confirmed, version } = standing
  const change = useChange(confirmYear, {
    invalidates: [listSpecialDays],
    onDone: () => {
      toast.good(m.saved)
      onDone()
    },
  })
  const form = useForm({
    start: { decision: standing.decision ?? '', reason: '' },
    send: ({ decision, reason }) =>
      change.mutateAsync({ year, version, confirmed: !confirmed, decision: decision.trim() || null, reason }),
  })
  return (
    <Form form={form} submitLabel={confirmed ? m.unconfirmYear : m.confirmYear} onCancel={onDone}>
      <Stack gap="sm">
        <Text>{confirmed ? m.unconfirmYearBody : m.confirmYearBody}</Text>
        {!confirmed && <TextField {...form.field('decision')} label={m.decision} />}
        <TextField {...form.field('reason')} label={m.reason} hint={m.reasonHint} required />
      </Stack>
    </Form>
  )
}
