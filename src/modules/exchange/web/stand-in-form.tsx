import { Form, useForm } from '#ui/form.tsx'
import { Section } from '#ui/page.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { getConnection, listIncoming, setStandIn, showBacklog } from '../contract.ts'
import { MOODS, type Mood } from '../domain/stand-in.ts'
import { useTexts } from './texts.ts'

/** Of the demonstration: the stand-in is told how to behave, and invented citizens file on it. */
export function StandInForm({ mood }: { readonly mood: Mood }) {
  const m = useTexts()
  const toast = useToast()
  const tell = useChange(setStandIn, { invalidates: [getConnection, showBacklog, listIncoming] })
  const form = useForm({
    start: { mood: mood as string | null, filings: '0', unit: 'H29.265.06', procedureCode: '1.001193' },
    send: async ({ mood: wanted, filings, unit, procedureCode }) => {
      const chosen = MOODS.find((one) => one === wanted) ?? 'well'
      await tell.mutateAsync({ mood: chosen, filings: Number(filings), unit, procedureCode })
      toast.good(m.toldDone)
    },
  })
  return (
    <Section title={m.standIn} lead={m.standInLead}>
      <Form form={form} submitLabel={m.tell}>
        <SelectField
          {...form.field('mood')}
          label={m.mood}
          required
          options={MOODS.map((one) => ({ value: one, label: m.moods[one] }))}
        />
        <TextField {...form.field('filings')} label={m.filings} inputMode="numeric" maxLength={2} />
        <TextField {...form.field('unit')} label={m.filingUnit} maxLength={60} />
        <TextField {...form.field('procedureCode')} label={m.filingProcedure} maxLength={60} />
      </Form>
    </Section>
  )
}
