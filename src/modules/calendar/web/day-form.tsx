import { Stack } from '@mantine/core'
import type { Day } from '#kernel/calendar.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { historyOfSpecialDay, type ListedDay, listSpecialDays, setSpecialDays } from '../contract.ts'
import { useTexts } from './texts.ts'

/** A window to add a day. */
export function AddDayDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const m = useTexts()
  return (
    <Dialog opened={opened} onClose={onClose} title={m.addDay}>
      {opened && <DayForm day={null} special={undefined} onDone={onClose} onCancel={onClose} />}
    </Dialog>
  )
}

type Props = {
  /** null: the day is chosen in the form. */
  readonly day: Day | null
  readonly special: ListedDay | undefined
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** What is said about a day, with the reason for saying it. */
export function DayForm({ day, special, onDone, onCancel }: Props) {
  const m = useTexts()
  const toast = useToast()
  const change = useChange(setSpecialDays, {
    invalidates: [listSpecialDays, historyOfSpecialDay],
    onDone: () => {
      toast.good(m.saved)
      onDone()
    },
  })
  const form = useForm({
    start: {
      day,
      kind: (special?.kind ?? 'off') as string | null,
      nameVi: special?.name.vi ?? '',
      nameEn: special?.name.en ?? '',
      decision: special?.decision ?? '',
      confirmed: special?.confirmed ?? false,
      sourceNote: special?.sourceNote ?? '',
      reason: '',
    },
    names: {
      'days.0.day': 'day',
      'days.0.name.vi': 'nameVi',
      'days.0.name.en': 'nameEn',
      'days.0.decision': 'decision',
      'days.0.sourceNote': 'sourceNote',
    },
    send: ({ day: chosen, kind, nameVi, nameEn, decision, confirmed, sourceNote, reason }) =>
      change.mutateAsync({
        days: [
          {
            day: chosen ?? '',
            kind: kind === 'make-up' ? 'make-up' : 'off',
            name: { vi: nameVi, en: nameEn || nameVi },
            decision: decision.trim() || null,
            confirmed,
            sourceNote,
            version: special?.version ?? 0,
          },
        ],
        reason,
      }),
  })
  const kinds = (['off', 'make-up'] as const).map((kind) => ({ value: kind, label: m.kinds[kind] }))
  return (
    <Form form={form} onCancel={onCancel}>
      <Stack gap="sm">
        {day === null && <DateField {...form.field('day')} label={m.day} required />}
        <SelectField {...form.field('kind')} label={m.kind} options={kinds} required />
        <TextField {...form.field('nameVi')} label={m.nameVi} required />
        <TextField {...form.field('nameEn')} label={m.nameEn} />
        <TextField {...form.field('decision')} label={m.decision} hint={m.decisionHint} />
        <CheckField {...form.field('confirmed')} label={m.confirmedField} />
        <ParagraphField {...form.field('sourceNote')} label={m.sourceNote} rows={2} />
        <TextField {...form.field('reason')} label={m.reason} hint={m.reasonHint} required />
      </Stack>
    </Form>
  )
}
