import { ChoiceField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/page.tsx'
import { useChange } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import {
  listAskRules,
  listComplaintTerms,
  listHandOnRules,
  setAskRule,
  setComplaintTerm,
  setHandOnRule,
  TERM_STEPS,
} from '../contract.ts'
import { ASK_CLOCKS } from '../domain/asking.ts'
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
        step: TERM_STEPS.find((one) => one === step) ?? 'answer',
        workingDays: workingDays ?? 0,
      }),
  })
  return (
    <Section title={m.setTerm}>
      <Form form={form} submitLabel={m.setTerm}>
        <ChoiceField
          {...form.field('step')}
          label={m.step}
          options={TERM_STEPS.map((value) => ({ value, label: m.steps[value] }))}
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
  const words = { title: m.setRule, clock: m.clock, clocks: m.clocks }
  return <SetRule words={words} clocks={HAND_ON_CLOCKS} send={(rule) => set.mutateAsync(rule)} />
}

export function SetAskRule() {
  const m = useTexts()
  const toast = useToast()
  const set = useChange(setAskRule, { invalidates: [listAskRules], onDone: () => toast.good(m.saved) })
  const words = { title: m.setAskRule, clock: m.askClock, clocks: m.askClocks }
  return <SetRule words={words} clocks={ASK_CLOCKS} send={(rule) => set.mutateAsync(rule)} />
}

type RuleProps<Clock extends string> = {
  readonly words: { readonly title: string; readonly clock: string; readonly clocks: Readonly<Record<Clock, string>> }
  /** The first is proposed. */
  readonly clocks: readonly [Clock, ...Clock[]]
  readonly send: (rule: ReturnType<typeof layDown> & { readonly clock: Clock }) => Promise<unknown>
}

function SetRule<Clock extends string>({ words, clocks, send }: RuleProps<Clock>) {
  const m = useTexts()
  const form = useForm({
    start: { ...LAID_DOWN, clock: clocks[0] as string | null },
    send: ({ clock, ...rest }) => send({ ...layDown(rest), clock: clocks.find((one) => one === clock) ?? clocks[0] }),
  })
  return (
    <Section title={words.title}>
      <Form form={form} submitLabel={words.title}>
        <ChoiceField
          {...form.field('clock')}
          label={words.clock}
          options={clocks.map((value) => ({ value, label: words.clocks[value] }))}
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
