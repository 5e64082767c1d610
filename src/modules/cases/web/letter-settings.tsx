import { Group, Text } from '@mantine/core'
import { Form, useForm } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { getLetterSettings, setLetterSettings } from '../contract.ts'
import { en } from './letters-messages.en.ts'
import { vi } from './letters-messages.vi.ts'

type Settings = {
  readonly answerHours: number
  readonly mostADay: number
  readonly daysAfterEnd: number
  readonly changedAt: string
}

/** Within what time citizens are answered, and how much they may write. */
export function LetterSettings() {
  const m = useMessages({ vi, en })
  const settings = useOperation(getLetterSettings, {})
  return (
    <Section title={m.settings} lead={m.settingsLead}>
      <Loaded query={settings}>{(now) => <SettingsForm key={now.changedAt} settings={now} />}</Loaded>
    </Section>
  )
}

function SettingsForm({ settings }: { readonly settings: Settings }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const save = useChange(setLetterSettings, { invalidates: [getLetterSettings], onDone: () => toast.good(m.saved) })
  const form = useForm({
    start: {
      answerHours: settings.answerHours as number | null,
      mostADay: settings.mostADay as number | null,
      daysAfterEnd: settings.daysAfterEnd as number | null,
      reason: '',
    },
    send: ({ answerHours, mostADay, daysAfterEnd, reason }) =>
      save.mutateAsync({
        answerHours: answerHours ?? 0,
        mostADay: mostADay ?? 0,
        daysAfterEnd: daysAfterEnd ?? 0,
        reason,
      }),
  })
  return (
    <Form form={form} submitLabel={m.save}>
      <Group grow align="flex-start">
        <NumberField
          {...form.field('answerHours')}
          label={m.answerHours}
          hint={m.answerHoursHint}
          unit={m.hours}
          required
          decimals={0}
        />
        <NumberField {...form.field('mostADay')} label={m.mostADay} hint={m.mostADayHint} required decimals={0} />
        <NumberField {...form.field('daysAfterEnd')} label={m.daysAfterEnd} unit={m.days} required decimals={0} />
      </Group>
      <TextField {...form.field('reason')} label={m.reason} required maxLength={500} />
      <Text size="xs" c="dimmed">
        {m.changedAt(formatMoment(settings.changedAt))}
      </Text>
    </Form>
  )
}
