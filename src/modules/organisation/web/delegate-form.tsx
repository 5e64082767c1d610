import { Group } from '@mantine/core'
import { addDays, type Day } from '#kernel/calendar.ts'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import { loadUnits } from './load-units.ts'
import { missing } from './missing.ts'
import { loadOfficials } from './official-forms.tsx'
import { useTexts } from './texts.ts'

const USUAL_DAYS = 30

export function DelegateForm({ onDone }: { readonly onDone: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const today = useToday()
  const delegate = useChange(contract.delegate, {
    onDone: () => {
      toast.good(m.saved)
      onDone()
    },
  })
  const form = useForm({
    start: {
      fromOfficialId: null as UnitOption | null,
      toOfficialId: null as UnitOption | null,
      unitId: null as UnitOption | null,
      reach: 'own' as string | null,
      permissions: '',
      validFrom: today as Day | null,
      validTo: addDays(today, USUAL_DAYS) as Day | null,
      reason: '',
    },
    send: async ({ fromOfficialId, toOfficialId, unitId, reach, permissions, validFrom, validTo, reason }) => {
      if (!fromOfficialId) throw missing('fromOfficialId')
      if (!toOfficialId) throw missing('toOfficialId')
      if (!unitId) throw missing('unitId')
      if (!validFrom) throw missing('validFrom')
      if (!validTo) throw missing('validTo')
      await delegate.mutateAsync({
        fromOfficialId: fromOfficialId.id,
        toOfficialId: toOfficialId.id,
        unitId: unitId.id,
        reach: reach === 'subtree' ? 'subtree' : 'own',
        permissions: permissions.split(/[\s,;]+/).filter((one) => one !== ''),
        validFrom,
        validTo,
        reason,
      })
    },
  })
  return (
    <Form form={form} submitLabel={m.delegate} onCancel={onDone}>
      <UnitPicker
        {...form.field('fromOfficialId')}
        label={m.giver}
        load={loadOfficials}
        placeholder={m.choosePerson}
        required
      />
      <UnitPicker
        {...form.field('toOfficialId')}
        label={m.receiver}
        load={loadOfficials}
        placeholder={m.choosePerson}
        required
      />
      <UnitPicker {...form.field('unitId')} label={m.unit} load={loadUnits()} required />
      <SelectField
        {...form.field('reach')}
        label={m.reach}
        options={[
          { value: 'own', label: m.reachOwn },
          { value: 'subtree', label: m.reachSubtree },
        ]}
      />
      <ParagraphField {...form.field('permissions')} label={m.permissions} hint={m.permissionsHint} rows={3} required />
      <Group grow align="flex-start">
        <DateField {...form.field('validFrom')} label={m.validFrom} required />
        <DateField {...form.field('validTo')} label={m.validTo} required />
      </Group>
      <TextField {...form.field('reason')} label={m.reason} required />
    </Form>
  )
}
