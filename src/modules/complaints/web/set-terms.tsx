import { ChoiceField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/page.tsx'
import { useChange } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { listComplaintTerms, listHandOnRules, setComplaintTerm, setHandOnRule } from '../contract.ts'
import { HAND_ON_CLOCKS } from '../domain/handing-on.ts'
import { useTexts } from './texts.ts'

const CERTAINTIES = ['text', 'cited', 'unverified'] as const
const LAID_DOWN = {
  validFrom: null as string | null,
  source: '',
  certainty: 'unverified' as string | null,
  reason: '',
}
const layDown = ({ validFrom, source, certainty, reason }: typeof LAID_DOWN) => ({
  validFrom: validFrom ?? '',
  source,
  certainty: CERTAINTIES.find((one) => one === certainty) ?? 'unverified',
  reason,
})

export function SetTerm() {
  const m = useTexts()
  const toast = useToast()
  const set = useChange(setComplaintTerm, { invalidates: [listComplaintTerms], onDone: () => toast.good(m.saved) })
  const form = useForm({
    start: { ...LAID_DOWN, step: 'answer' as string | null, workingDays: null as number | null },
    send: ({ step, workingDays, ...rest }) =>
      set.mutateAsync({
        ...layDown(rest),
        step: step === 'refuse' ? 'refuse' : 'answer',
        workingDays: workingDays ?? 0,
      }),
  })
  return (
    <Section title={m.setTerm}>
      <Form form={form} submitLabel={m.setTerm}>
        <ChoiceField
          {...form.field('step')}
          label={m.step}
          options={(['answer', 'refuse'] as const).map((value) => ({ value, label: m.steps[value] }))}
        />
        <NumberField {...form.field('workingDays')} label={m.workingDays} required decimals={0} />
        <DateField {...form.field('validFrom')} label={m.validFrom} required />
        <TextField {...form.field('source')} label={m.source} required maxLength={300} />
        <ChoiceField
          {...form.field('certainty')}
          label={m.certainty}
          options={CERTAINTIES.map((value) => ({ value, label: m.certainties[value] }))}
        />
        <TextField {...form.field('reason')} label={m.reason} required maxLength={500} />
      </Form>
    </Section>
  )
}

export function SetHandOnRule() {
  const m = useTexts()
  const toast = useToast()
  const set = useChange(setHandOnRule, { invalidates: [listHandOnRules], onDone: () => toast.good(m.saved) })
  const form = useForm({
    start: { ...LAID_DOWN, clock: 'kept' as string | null },
    send: ({ clock, ...rest }) =>
      set.mutateAsync({ ...layDown(rest), clock: HAND_ON_CLOCKS.find((one) => one === clock) ?? 'kept' }),
  })
  return (
    <Section title={m.setRule}>
      <Form form={form} submitLabel={m.setRule}>
        <ChoiceField
          {...form.field('clock')}
          label={m.clock}
          options={HAND_ON_CLOCKS.map((value) => ({ value, label: m.clocks[value] }))}
        />
        <DateField {...form.field('validFrom')} label={m.validFrom} required />
        <TextField {...form.field('source')} label={m.source} required maxLength={300} />
        <ChoiceField
          {...form.field('certainty')}
          label={m.certainty}
          options={CERTAINTIES.map((value) => ({ value, label: m.certainties[value] }))}
        />
        <TextField {...form.field('reason')} label={m.reason} required maxLength={500} />
      </Form>
    </Section>
  )
}
