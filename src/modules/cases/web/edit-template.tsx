import { Button, Group, Paper, Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import { listMessageTemplates, type MessageTemplate, previewMessageTemplate, saveMessageTemplate } from '../contract.ts'
import { LANGUAGES, WRITTEN_CHANNELS } from '../domain/message.ts'
import { PLACES } from '../domain/template.ts'
import { ACTS } from '../domain/words.ts'
import { useNotifyTexts } from './notify-texts.ts'
import { actWords } from './words.ts'

/** New words for an act, from a day on, with a look at how they arrive. */
export function EditTemplate(props: { readonly template: MessageTemplate | null; readonly onDone: () => void }) {
  const { template, onDone } = props
  const m = useNotifyTexts()
  const today = useToday()
  const say = useLabel()
  const toast = useToast()
  const save = useChange(saveMessageTemplate, { invalidates: [listMessageTemplates] })
  const preview = useChange(previewMessageTemplate, { onProblem: toast.problem })
  const form = useForm({
    keep: `${saveMessageTemplate.id} ${template?.id ?? ''}`,
    start: {
      act: (template?.act ?? 'receive') as string | null,
      channel: (template?.channel ?? 'sms') as string | null,
      language: (template?.language ?? 'vi') as string | null,
      subject: template?.subject ?? '',
      text: template?.text ?? '',
      automatic: template?.automatic ?? true,
      validFrom: today as string | null,
      reason: '',
    },
    send: async ({ automatic, validFrom, reason, ...rest }) => {
      await save.mutateAsync({ ...wordsOf(rest), automatic, validFrom: validFrom ?? today, reason })
      toast.good(m.saved)
      onDone()
    },
  })
  return (
    <Form form={form} submitLabel={m.save} onCancel={onDone}>
      <SelectField
        {...form.field('act')}
        label={m.act}
        required
        disabled={template !== null}
        options={ACTS.map((value) => ({ value, label: say(actWords[value]) }))}
      />
      <SelectField
        {...form.field('channel')}
        label={m.channel}
        required
        disabled={template !== null}
        options={WRITTEN_CHANNELS.map((value) => ({ value, label: m.channels[value] }))}
      />
      <SelectField
        {...form.field('language')}
        label={m.language}
        required
        disabled={template !== null}
        options={LANGUAGES.map((value) => ({ value, label: m.languages[value] }))}
      />
      {form.value.channel === 'email' && (
        <TextField {...form.field('subject')} label={m.subject} required maxLength={200} />
      )}
      <ParagraphField
        {...form.field('text')}
        label={m.text}
        required
        rows={6}
        hint={m.places(PLACES.map((place) => `{${place}}`).join(' '))}
      />
      <CheckField {...form.field('automatic')} label={m.isAutomatic} />
      <DateField {...form.field('validFrom')} label={m.validFrom} required />
      <TextField {...form.field('reason')} label={m.reason} required maxLength={500} />
      <Group>
        <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate(wordsOf(form.value))}>
          {m.preview}
        </Button>
      </Group>
      {preview.data && (
        <Paper component="output" withBorder p="md" display="block">
          <Text fw={600}>{m.previewTitle}</Text>
          {preview.data.subject !== '' && <Text>{preview.data.subject}</Text>}
          <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{preview.data.text}</Text>
          {preview.data.parts !== null && <Text c="dimmed">{m.parts(formatNumber(preview.data.parts))}</Text>}
        </Paper>
      )}
    </Form>
  )
}

type Typed = { act: string | null; channel: string | null; language: string | null; subject: string; text: string }

function wordsOf({ act, channel, language, subject, text }: Typed) {
  const chosen = WRITTEN_CHANNELS.find((one) => one === channel) ?? 'sms'
  return {
    act: ACTS.find((one) => one === act) ?? 'receive',
    channel: chosen,
    language: LANGUAGES.find((one) => one === language) ?? 'vi',
    subject: chosen === 'email' ? subject : '',
    text,
  }
}
