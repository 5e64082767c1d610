import { Stack } from '@mantine/core'
import type { z } from 'zod'
import { CheckField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form, type FormState, useForm } from '#ui/form.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { useChange } from '#ui/query.ts'
import { ManyField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import { getOpening, listOpenings, setOpening } from '../contract.ts'
import { versionOn } from '../domain/openings.ts'
import { DesksField, LinesField } from './lines-and-desks.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './opening-form.module.css'
import { type OpeningValues, openingOf, startValues } from './opening-values.ts'

type Shown = z.output<typeof getOpening.output>

const NUMBERS = ['slotMinutes', 'places', 'daysAhead', 'noticeMinutes', 'graceMinutes', 'keepDays'] as const
const OWN = ['weekdays', 'windows', ...NUMBERS, 'fields', 'procedures', 'lines', 'desks'] as const

/** How the counters are open from a day on. */
export function OpeningForm({ shown }: { readonly shown: Shown }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const today = useToday()
  const unitId = shown.unit.id
  const change = useChange(setOpening, {
    invalidates: [getOpening, listOpenings],
    onDone: ({ affected }) => toast.good(affected > 0 ? m.savedAffected(affected) : m.saved),
  })
  const form = useForm({
    start: startValues(shown.today, today),
    names: Object.fromEntries(OWN.map((name) => [`opening.${name}`, name])),
    send: (value) => {
      const validFrom = value.validFrom ?? ''
      const version = versionOn(shown.entries, validFrom)
      return change.mutateAsync({ unitId, validFrom, version, reason: value.reason, opening: openingOf(value) })
    },
  })
  return (
    <Form form={form}>
      <Stack gap="md">
        <DateField {...form.field('validFrom')} label={m.validFrom} required />
        <CheckField {...form.field('close')} label={m.close} />
        {!form.value.close && <OpenFields form={form} fields={shown.fields} />}
        <TextField {...form.field('reason')} label={m.reason} required maxLength={500} />
      </Stack>
    </Form>
  )
}

function OpenFields({ form, fields }: { readonly form: FormState<OpeningValues>; readonly fields: Shown['fields'] }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const options = fields.map(({ code, name }) => ({ value: code, label: say(name) }))
  return (
    <>
      <ManyField
        {...form.field('weekdays')}
        label={m.weekdays}
        hint={m.weekdayHint}
        options={m.dayNames.map((label, place) => ({ value: String(place + 1), label }))}
        required
      />
      <TextField {...form.field('windows')} label={m.windows} hint={m.windowsHint} maxLength={100} />
      <div className={classes.numbers}>
        {NUMBERS.map((name) => (
          <NumberField key={name} {...form.field(name)} label={m[name]} required />
        ))}
      </div>
      <ManyField {...form.field('fields')} label={m.fields} hint={m.fieldsHint} options={options} />
      <TextField {...form.field('procedures')} label={m.procedures} hint={m.proceduresHint} maxLength={2000} />
      <LinesField {...form.field('lines')} options={options} />
      <DesksField {...form.field('desks')} codes={form.value.lines.map(({ code }) => code)} />
    </>
  )
}
