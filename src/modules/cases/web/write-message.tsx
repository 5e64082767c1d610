import { Text } from '@mantine/core'
import type { z } from 'zod'
import { Form, useForm } from '#ui/form.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { listMessages, sendMessage } from '../contract.ts'
import { WRITTEN_CHANNELS } from '../domain/message.ts'
import { useNotifyTexts } from './notify-texts.ts'

type Props = {
  readonly caseId: string
  readonly ways: z.output<typeof listMessages.output>['ways']
  readonly onDone: () => void
}

/** Words of an official to the citizen, on a channel that can reach them. */
export function WriteMessage({ caseId, ways, onDone }: Props) {
  const m = useNotifyTexts()
  const toast = useToast()
  const open = ways.filter(({ reachable }) => reachable)
  const send = useChange(sendMessage, { invalidates: [listMessages] })
  const form = useForm({
    start: { channel: (open[0]?.channel ?? null) as string | null, subject: '', text: '' },
    keep: `${sendMessage.id} ${caseId}`,
    send: async ({ channel, subject, text }) => {
      const chosen = WRITTEN_CHANNELS.find((one) => one === channel) ?? 'sms'
      await send.mutateAsync({ caseId, channel: chosen, text, ...(chosen === 'email' && { subject }) })
      toast.good(m.sentToQueue)
      onDone()
    },
  })
  if (open.length === 0) return <Text>{m.noWay}</Text>
  return (
    <Form form={form} submitLabel={m.send} onCancel={onDone}>
      <SelectField
        {...form.field('channel')}
        label={m.channel}
        required
        options={open.map(({ channel, configured }) => ({
          value: channel,
          label: configured ? m.channels[channel] : `${m.channels[channel]} (${m.notConfiguredShort})`,
        }))}
      />
      {form.value.channel === 'email' && (
        <TextField {...form.field('subject')} label={m.subject} required maxLength={200} />
      )}
      <ParagraphField {...form.field('text')} label={m.text} required rows={5} />
    </Form>
  )
}
