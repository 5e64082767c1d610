import { loadUnits } from '#modules/organisation/web/index.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import { type EscalationRule, escalationHealth, saveEscalationRule } from '../contract.ts'
import { ESCALATION_UNITS, MOMENTS, RECIPIENTS } from '../domain/escalation.ts'
import { useNotifyTexts } from './notify-texts.ts'

/** A rule, new or to be changed, with the reason. */
export function EditRule({ rule, onDone }: { readonly rule: EscalationRule | null; readonly onDone: () => void }) {
  const m = useNotifyTexts()
  const today = useToday()
  const toast = useToast()
  const save = useChange(saveEscalationRule, { invalidates: [escalationHealth] })
  const unit: UnitOption | null = rule?.unitId ? { id: rule.unitId, name: rule.unitName ?? '…' } : null
  const form = useForm({
    keep: `${saveEscalationRule.id} ${rule?.id ?? ''}`,
    start: {
      nameVi: rule?.name.vi ?? '',
      nameEn: rule?.name.en ?? '',
      moment: (rule?.moment ?? 'before-due') as string | null,
      amount: (rule?.amount ?? 1) as number | null,
      timeUnit: (rule?.timeUnit ?? 'working-days') as string | null,
      unit,
      procedureCode: rule?.procedureCode ?? '',
      fieldCode: rule?.fieldCode ?? '',
      recipient: (rule?.recipient ?? 'head') as string | null,
      validFrom: (rule?.validFrom ?? today) as string | null,
      validTo: rule?.validTo ?? null,
      reason: '',
    },
    names: { 'name.vi': 'nameVi', 'name.en': 'nameEn', unitId: 'unit' },
    send: async (value) => {
      const moment = MOMENTS.find((one) => one === value.moment) ?? 'before-due'
      await save.mutateAsync({
        ...(rule && { ruleId: rule.id, version: rule.version }),
        name: { vi: value.nameVi, en: value.nameEn },
        moment,
        amount: moment === 'at-due' ? 0 : (value.amount ?? 0),
        timeUnit: ESCALATION_UNITS.find((one) => one === value.timeUnit) ?? 'working-days',
        unitId: value.unit?.id ?? null,
        procedureCode: value.procedureCode || null,
        fieldCode: value.fieldCode || null,
        recipient: RECIPIENTS.find((one) => one === value.recipient) ?? 'head',
        validFrom: value.validFrom ?? today,
        validTo: value.validTo,
        reason: value.reason,
      })
      toast.good(m.saved)
      onDone()
    },
  })
  return (
    <Form form={form} submitLabel={m.save} onCancel={onDone}>
      <TextField {...form.field('nameVi')} label={m.nameVi} required maxLength={200} />
      <TextField {...form.field('nameEn')} label={m.nameEn} required maxLength={200} />
      <SelectField
        {...form.field('moment')}
        label={m.moment}
        required
        options={MOMENTS.map((value) => ({ value, label: m.moments[value] }))}
      />
      {form.value.moment !== 'at-due' && (
        <>
          <NumberField {...form.field('amount')} label={m.amount} required decimals={0} />
          <SelectField
            {...form.field('timeUnit')}
            label={m.timeUnit}
            required
            options={ESCALATION_UNITS.map((value) => ({ value, label: m.timeUnits[value] }))}
          />
        </>
      )}
      <SelectField
        {...form.field('recipient')}
        label={m.recipient}
        required
        options={RECIPIENTS.map((value) => ({ value, label: m.recipients[value] }))}
      />
      <UnitPicker {...form.field('unit')} label={m.unitOnly} load={loadUnits()} />
      <TextField {...form.field('procedureCode')} label={m.procedureCode} maxLength={40} />
      <TextField {...form.field('fieldCode')} label={m.fieldCode} maxLength={60} />
      <DateField {...form.field('validFrom')} label={m.validFrom} required />
      <DateField {...form.field('validTo')} label={m.validTo} />
      <TextField {...form.field('reason')} label={m.reason} required maxLength={500} />
    </Form>
  )
}
