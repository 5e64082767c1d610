import { Group } from '@mantine/core'
import type { Day } from '#kernel/calendar.ts'
import { call } from '#ui/call.ts'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useChange } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import { loadUnits } from './load-units.ts'
import { missing } from './missing.ts'
import { useTexts } from './texts.ts'

type Done = { readonly onDone: () => void }

export function AddOfficial({ onDone }: Done) {
  const m = useTexts()
  const toast = useToast()
  const create = useChange(contract.createOfficial, {
    onDone: () => {
      toast.good(m.saved)
      onDone()
    },
  })
  const form = useForm({
    start: { name: '', email: '', phone: '' },
    send: ({ name, email, phone }) => create.mutateAsync({ name, email: email || null, phone: phone || null }),
  })
  return (
    <Form form={form} submitLabel={m.save} onCancel={onDone}>
      <TextField {...form.field('name')} label={m.fullName} required />
      <TextField {...form.field('email')} label={m.email} type="email" />
      <TextField {...form.field('phone')} label={m.phone} />
    </Form>
  )
}

export function HoldPosition({ onDone }: Done) {
  const m = useTexts()
  const today = useToday()
  const toast = useToast()
  const hold = useChange(contract.holdPosition, {
    onDone: () => {
      toast.good(m.saved)
      onDone()
    },
  })
  const form = useForm({
    start: {
      officialId: null as UnitOption | null,
      unitId: null as UnitOption | null,
      title: '',
      validFrom: today as Day | null,
      validTo: null as Day | null,
    },
    send: async ({ officialId, unitId, title, validFrom, validTo }) => {
      if (!officialId) throw missing('officialId')
      if (!unitId) throw missing('unitId')
      if (!validFrom) throw missing('validFrom')
      await hold.mutateAsync({ officialId: officialId.id, unitId: unitId.id, title, validFrom, validTo })
    },
  })
  return (
    <Form form={form} submitLabel={m.save} onCancel={onDone}>
      <UnitPicker
        {...form.field('officialId')}
        label={m.official}
        load={loadOfficials}
        placeholder={m.choosePerson}
        required
      />
      <UnitPicker
        {...form.field('unitId')}
        label={m.unit}
        load={loadUnits(form.value.validFrom ?? undefined)}
        required
      />
      <TextField {...form.field('title')} label={m.title} required />
      <Group grow align="flex-start">
        <DateField {...form.field('validFrom')} label={m.validFrom} required />
        <DateField {...form.field('validTo')} label={m.validTo} hint={m.noEnd} />
      </Group>
    </Form>
  )
}

/** Officials for a picker, with what they hold today as the small words. */
export async function loadOfficials(search: string): Promise<readonly UnitOption[]> {
  const { officials } = await call(contract.listOfficials, {
    ...(search.trim() && { search: search.trim() }),
    limit: 30,
  })
  return officials.map(({ id, name, positions }) => ({
    id,
    name,
    ...(positions.length > 0 && { path: positions.map(({ title, unitName }) => `${title}, ${unitName}`).join('; ') }),
  }))
}
