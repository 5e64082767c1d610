import { dayAt } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { Section } from '#ui/page.tsx'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import { listOutgoing, replayDay, showBacklog } from '../contract.ts'
import { useTexts } from './texts.ts'

const today = () => dayAt(new Date())

/** A day is told again. */
export function ReplayForm() {
  const m = useTexts()
  const toast = useToast()
  const replay = useChange(replayDay, { invalidates: [listOutgoing, showBacklog] })
  const form = useForm({
    start: { day: today() as string | null },
    send: async ({ day }) => {
      const { acts, cases, queued, isPart } = await replay.mutateAsync({ day: day ?? today() })
      toast.good(m.replayed(formatNumber(acts), formatNumber(cases), formatNumber(queued)))
      if (isPart) toast.good(m.replayPart)
    },
  })
  return (
    <Section title={m.replay} lead={m.replayLead}>
      <Form form={form} submitLabel={m.replay}>
        <DateField {...form.field('day')} label={m.day} required to={today()} />
      </Form>
    </Section>
  )
}
