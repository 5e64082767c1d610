import { useState } from 'react'
import { z } from 'zod'
import type { Day } from '#kernel/calendar.ts'
import { CheckField, ChoiceField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { PeriodPicker } from '#ui/period-picker.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { ManyField, SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import classes from './gallery.module.css'
import { en, vi } from './messages.ts'

const UNITS: readonly UnitOption[] = [
  { id: '1', name: 'Thành phố Vũng Tàu', code: '747' },
  { id: '2', name: 'Phường Thắng Tam', code: '26509', depth: 1 },
  { id: '3', name: 'Phường Rạch Dừa', code: '26521', depth: 1 },
  { id: '4', name: 'Xã Long Sơn', code: '26545', depth: 1 },
]

const PERIODS = Array.from({ length: 9 }, (_, month) => ({
  key: `2023-M${month + 1}`,
  label: `${month + 1}/2023`,
  range: `15/${month || 12}–14/${month + 1}/2023`,
}))

const schema = z.object({ name: z.string().min(1), code: z.string().min(1) })

export function FieldSamples() {
  const m = useMessages({ vi, en })
  const form = useForm({
    schema,
    start: {
      name: '',
      code: '',
      from: null as Day | null,
      people: 12345.5 as number | null,
      note: '',
      unit: null as UnitOption | null,
      kind: 'ward' as string | null,
      tags: [] as readonly string[],
      file: null as File | null,
      agreed: false,
      way: 'merge' as string | null,
    },
    send: () => Promise.resolve(),
  })
  const [search, setSearch] = useState('')
  const [period, setPeriod] = useState('2023-M9')
  return (
    <div className={classes.grid}>
      <Section title={m.form}>
        <Form form={form}>
          <TextField {...form.field('name')} label={m.unitName} required hint={m.nameHint} />
          <TextField {...form.field('code')} label={m.code} required />
          <DateField {...form.field('from')} label={m.validFrom} />
          <NumberField {...form.field('people')} label={m.population} unit={m.people} />
          <SelectField
            {...form.field('kind')}
            label={m.kind}
            options={[
              { value: 'ward', label: m.ward },
              { value: 'commune', label: m.commune },
            ]}
          />
          <UnitPicker
            {...form.field('unit')}
            label={m.parentUnit}
            load={(text) =>
              Promise.resolve(UNITS.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())))
            }
          />
          <ManyField
            {...form.field('tags')}
            label={m.fields}
            options={[
              { value: 'a', label: m.land },
              { value: 'b', label: m.civil },
            ]}
          />
          <ParagraphField {...form.field('note')} label={m.note} />
          <ChoiceField
            {...form.field('way')}
            label={m.howChanged}
            options={[
              { value: 'merge', label: m.merge },
              { value: 'split', label: m.split, hint: m.splitHint },
            ]}
          />
          <FileField {...form.field('file')} label={m.decision} accept=".pdf,.docx" />
          <CheckField {...form.field('agreed')} label={m.checked} />
        </Form>
      </Section>
      <Section title={m.filters}>
        <SearchField label={m.findUnit} value={search} onChange={setSearch} />
        <div style={{ height: 16 }} />
        <PeriodPicker options={PERIODS} value={period} onChange={setPeriod} />
      </Section>
    </div>
  )
}
