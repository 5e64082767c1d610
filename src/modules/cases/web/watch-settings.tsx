import { Group, Text } from '@mantine/core'
import { Form, useForm } from '#ui/form.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { getWatchSettings, setWatchSettings } from '../contract.ts'
import { useNotifyTexts } from './notify-texts.ts'

type Settings = { readonly apologyHours: number; readonly likelihoodPercent: number; readonly changedAt: string }

/** From when, and how likely a case must be late, for an apology to be drafted. */
export function WatchSettings() {
  const m = useNotifyTexts()
  const settings = useOperation(getWatchSettings, {})
  return (
    <Section title={m.apologySettings} lead={m.apologySettingsLead}>
      <Loaded query={settings}>{(now) => <SettingsForm key={now.changedAt} settings={now} />}</Loaded>
    </Section>
  )
}

function SettingsForm({ settings }: { readonly settings: Settings }) {
  const m = useNotifyTexts()
  const toast = useToast()
  const save = useChange(setWatchSettings, { invalidates: [getWatchSettings], onDone: () => toast.good(m.saved) })
  const form = useForm({
    start: {
      apologyHours: settings.apologyHours as number | null,
      likelihoodPercent: settings.likelihoodPercent as number | null,
      reason: '',
    },
    send: ({ apologyHours, likelihoodPercent, reason }) =>
      save.mutateAsync({ apologyHours: apologyHours ?? 0, likelihoodPercent: likelihoodPercent ?? 0, reason }),
  })
  return (
    <Form form={form} submitLabel={m.save}>
      <Group grow align="flex-start">
        <NumberField
          {...form.field('apologyHours')}
          label={m.apologyHours}
          hint={m.apologyHoursHint}
          required
          decimals={0}
        />
        <NumberField
          {...form.field('likelihoodPercent')}
          label={m.likelihoodPercent}
          hint={m.likelihoodPercentHint}
          unit="%"
          required
          decimals={0}
        />
      </Group>
      <TextField {...form.field('reason')} label={m.reason} required maxLength={500} />
      <Text size="xs" c="dimmed">
        {m.changedAt(formatMoment(settings.changedAt))}
      </Text>
    </Form>
  )
}
