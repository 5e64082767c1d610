import { ChoiceField } from '#ui/check-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { type ComplaintTerm, listComplaintTerms, setComplaintTerm } from '../contract.ts'
import { type Texts, useTexts } from './texts.ts'

/** Within what time complaints are answered: from when on, by which instrument, and how sure that is. */
export function TermsPage() {
  const m = useTexts()
  const may = useMay()
  const query = useOperation(listComplaintTerms, {})
  return (
    <Page title={m.terms} lead={m.termsLead} trail={[{ label: m.title, to: '/complaints' }, { label: m.terms }]}>
      <Loaded query={query}>
        {({ terms }) => (
          <DataTable label={m.terms} columns={columnsOf(m)} rows={terms} rowKey={({ id }) => id} phone="cards" />
        )}
      </Loaded>
      {may('complaints:define') && <SetTerm />}
    </Page>
  )
}

function columnsOf(m: Texts): readonly Column<ComplaintTerm>[] {
  return [
    { key: 'step', label: m.step, cell: ({ step }) => m.steps[step] },
    { key: 'days', label: m.workingDays, align: 'end', cell: ({ workingDays }) => workingDays },
    { key: 'from', label: m.validFrom, cell: ({ validFrom }) => formatDay(validFrom) },
    { key: 'source', label: m.source, cell: ({ source }) => source },
    { key: 'certainty', label: m.certainty, cell: ({ certainty }) => m.certainties[certainty] },
    { key: 'reason', label: m.reason, cell: ({ reason }) => reason },
  ]
}

const CERTAINTIES = ['text', 'cited', 'unverified'] as const
const START = {
  step: 'answer' as string | null,
  workingDays: null as number | null,
  validFrom: null as string | null,
  source: '',
  certainty: 'unverified' as string | null,
  reason: '',
}

function SetTerm() {
  const m = useTexts()
  const toast = useToast()
  const set = useChange(setComplaintTerm, {
    invalidates: [listComplaintTerms],
    onDone: () => toast.good(m.saved),
  })
  const form = useForm({
    start: START,
    send: ({ step, workingDays, validFrom, source, certainty, reason }) =>
      set.mutateAsync({
        step: step === 'refuse' ? 'refuse' : 'answer',
        workingDays: workingDays ?? 0,
        validFrom: validFrom ?? '',
        source,
        certainty: CERTAINTIES.find((one) => one === certainty) ?? 'unverified',
        reason,
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
