import { Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { PERIOD_KINDS } from '#kernel/period.ts'
import { listUnits } from '#modules/organisation/contract.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { ManyField, SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import { REGIMES } from '../domain/words.ts'
import { en } from './define-messages.en.ts'
import { vi } from './define-messages.vi.ts'

const MOST_UNITS = 500

/** A new form: its measures, its period and deadline, and the units below one that hand it in. */
export function EntryFormDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const toast = useToast()
  const [above, setAbove] = useState<UnitOption | null>(null)
  const today = useToday()
  const measures = useOperation(contract.listMeasures, opened ? {} : null)
  const below = useOperation(listUnits, above ? { parentId: above.id, day: today, limit: MOST_UNITS } : null)
  const units = above ? (below.data?.units ?? []).map(({ unitId }) => unitId) : []
  const define = useChange(contract.defineForm, {
    invalidates: [contract.listForms, contract.listEntryTasks],
    onDone: () => {
      toast.good(m.formAdded)
      onClose()
    },
  })
  const form = useForm({
    start: {
      code: '',
      nameVi: '',
      nameEn: '',
      periodKind: 'month' as string | null,
      regime: 'cut-off' as string | null,
      dueWorkingDays: 2 as number | null,
      approvalLevels: 1 as number | null,
      measures: [] as readonly string[],
      validFrom: today as string | null,
    },
    names: { 'name.vi': 'nameVi', 'name.en': 'nameEn' },
    send: (values) =>
      define.mutateAsync({
        code: values.code,
        name: { vi: values.nameVi, en: values.nameEn || values.nameVi },
        periodKind: PERIOD_KINDS.find((kind) => kind === values.periodKind) ?? 'month',
        regime: REGIMES.find((regime) => regime === values.regime) ?? 'cut-off',
        dueWorkingDays: values.dueWorkingDays ?? 0,
        approvalLevels: values.approvalLevels ?? 0,
        measures: [...values.measures],
        units,
        validFrom: values.validFrom ?? '',
      }),
  })
  const reported = (measures.data?.measures ?? []).filter(({ source }) => source === 'reported')
  return (
    <Modal opened={opened} onClose={onClose} title={m.addForm} size="lg" closeButtonProps={{ 'aria-label': m.close }}>
      <Form form={form} onCancel={onClose}>
        <TextField {...form.field('code')} label={m.formCode} hint={m.formCodeHint} required />
        <Group grow align="flex-start">
          <TextField {...form.field('nameVi')} label={m.nameVi} required />
          <TextField {...form.field('nameEn')} label={m.nameEn} />
        </Group>
        <Group grow align="flex-start">
          <SelectField
            {...form.field('periodKind')}
            label={m.periodKind}
            options={PERIOD_KINDS.map((kind) => ({ value: kind, label: m.periodKinds[kind] }))}
          />
          <SelectField
            {...form.field('regime')}
            label={m.regime}
            options={REGIMES.map((regime) => ({ value: regime, label: m.regimes[regime] }))}
          />
          <DateField {...form.field('validFrom')} label={m.validFrom} required />
        </Group>
        <Group grow align="flex-start">
          <NumberField {...form.field('dueWorkingDays')} label={m.dueField} />
          <NumberField {...form.field('approvalLevels')} label={m.approvalField} />
        </Group>
        <ManyField
          {...form.field('measures')}
          label={m.formMeasures}
          required
          options={reported.map(({ code, name }) => ({ value: code, label: say(name) }))}
        />
        <UnitPicker label={m.underUnit} value={above} onChange={setAbove} load={loadUnits(today)} />
        {above && (
          <Text size="sm" aria-live="polite">
            {m.unitsChosen(formatNumber(units.length))}
          </Text>
        )}
      </Form>
    </Modal>
  )
}
