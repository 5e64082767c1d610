import { Modal, Stack, Text } from '@mantine/core'
import { targetPartText } from '#kernel/target.ts'
import { parseTarget } from '#kernel/target-text.ts'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import * as contract from '../contract.ts'
import { TARGET_LEVELS, type TargetLevel } from '../domain/words.ts'
import { en } from './define-messages.en.ts'
import { vi } from './define-messages.vi.ts'

type Props = { readonly opened: boolean; readonly indicator: string; readonly onClose: () => void }

/** Sets the target of a level in the words officials use, and says how the words are understood. */
export function SetTarget({ opened, indicator, onClose }: Props) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const today = useToday()
  const set = useChange(contract.setTarget, {
    invalidates: [contract.getIndicator, contract.listIndicators, contract.getFigures],
    onDone: () => {
      toast.good(m.targetSet)
      onClose()
    },
  })
  const form = useForm({
    start: {
      level: 'city' as string | null,
      text: '',
      validFrom: `${today.slice(0, 4)}-01-01` as string | null,
      validTo: null as string | null,
      source: '',
    },
    send: ({ level, validFrom, ...rest }) =>
      set.mutateAsync({ ...rest, indicator, level: (level ?? 'city') as TargetLevel, validFrom: validFrom ?? '' }),
  })
  const read = parseTarget(form.value.text)
  return (
    <Modal opened={opened} onClose={onClose} title={m.setTarget} closeButtonProps={{ 'aria-label': m.close }}>
      <Form form={form} onCancel={onClose}>
        <SelectField
          {...form.field('level')}
          label={m.level}
          options={TARGET_LEVELS.map((value) => ({ value, label: m.levels[value] }))}
        />
        <Stack gap={4}>
          <TextField {...form.field('text')} label={m.targetText} hint={m.targetHint} required />
          {form.value.text.trim() !== '' && (
            <Text size="sm" c="dimmed" aria-live="polite">
              {read.parts.length > 0 ? m.targetRead(read.parts.map(targetPartText).join('; ')) : m.targetUnread}
            </Text>
          )}
        </Stack>
        <DateField {...form.field('validFrom')} label={m.validFrom} required />
        <DateField {...form.field('validTo')} label={m.validTo} />
        <TextField {...form.field('source')} label={m.targetSource} />
      </Form>
    </Modal>
  )
}
