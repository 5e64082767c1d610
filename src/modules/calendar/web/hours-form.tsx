import { Group, Stack, Text } from '@mantine/core'
import type { Day } from '#kernel/calendar.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useChange } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import type { UnitOption } from '#ui/unit-picker.tsx'
import { type HoursEntry, listSessions, setSessions } from '../contract.ts'
import type { Hours } from '../domain/unit-hours.ts'
import { useTexts } from './texts.ts'

type Props = {
  /** null: for everyone. */
  readonly unit: UnitOption | null
  readonly entries: readonly HoursEntry[]
  readonly today: Hours
  readonly onDone: () => void
}

/** The hours of a unit, or of everyone, from a day on. */
export function HoursForm({ unit, entries, today, onDone }: Props) {
  const m = useTexts()
  const toast = useToast()
  const change = useChange(setSessions, {
    invalidates: [listSessions],
    onDone: () => {
      toast.good(m.saved)
      onDone()
    },
  })
  const [morning, afternoon] = today.sessions
  const unitId = unit?.id ?? null
  const form = useForm({
    start: {
      validFrom: null as Day | null,
      inherit: false,
      morningFrom: morning?.from ?? '',
      morningTo: morning?.to ?? '',
      afternoonFrom: afternoon?.from ?? '',
      afternoonTo: afternoon?.to ?? '',
      inDayCutOff: today.inDayCutOff,
      reason: '',
    },
    names: {
      'hours.sessions.0.from': 'morningFrom',
      'hours.sessions.0.to': 'morningTo',
      'hours.sessions.1.from': 'afternoonFrom',
      'hours.sessions.1.to': 'afternoonTo',
      'hours.inDayCutOff': 'inDayCutOff',
    },
    send: ({ validFrom, inherit, inDayCutOff, reason, ...clock }) => {
      const sessions = [{ from: clock.morningFrom.trim(), to: clock.morningTo.trim() }]
      if (clock.afternoonFrom.trim() !== '' || clock.afternoonTo.trim() !== '')
        sessions.push({ from: clock.afternoonFrom.trim(), to: clock.afternoonTo.trim() })
      const known = entries.find((entry) => entry.unitId === unitId && entry.validFrom === validFrom)
      const hours = inherit ? null : { sessions, inDayCutOff: inDayCutOff.trim() }
      return change.mutateAsync({ unitId, validFrom: validFrom ?? '', hours, version: known?.version ?? 0, reason })
    },
  })
  return (
    <Form form={form}>
      <Stack gap="sm">
        <Text fw={600}>{unit?.name ?? m.everyone}</Text>
        <DateField {...form.field('validFrom')} label={m.validFrom} required />
        {unit && <CheckField {...form.field('inherit')} label={m.inherit} />}
        {!form.value.inherit && (
          <>
            <Group grow align="flex-start">
              <TextField {...form.field('morningFrom')} label={m.morningFrom} placeholder="07:30" required />
              <TextField {...form.field('morningTo')} label={m.morningTo} placeholder="11:30" required />
            </Group>
            <Group grow align="flex-start">
              <TextField {...form.field('afternoonFrom')} label={m.afternoonFrom} placeholder="13:00" />
              <TextField {...form.field('afternoonTo')} label={m.afternoonTo} placeholder="17:00" />
            </Group>
            <Text size="sm" c="dimmed">
              {m.afternoonHint}
            </Text>
            <TextField {...form.field('inDayCutOff')} label={m.cutOff} hint={m.cutOffHint} required />
          </>
        )}
        <TextField {...form.field('reason')} label={m.reason} hint={m.reasonHint} required />
      </Stack>
    </Form>
  )
}
