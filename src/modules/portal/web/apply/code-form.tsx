import { Alert, Stack, Text } from '@mantine/core'
import { problemText } from '#kernel/problem-messages.ts'
import { Form, useForm } from '#ui/form.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { useChange } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { currentCitizen, giveCode, listOwn } from '../../contract.ts'
import { problems } from '../../domain/problems.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

export type SentCode = { readonly codeId: string; readonly channel: string; readonly demonstrationCode: string | null }

type Props = {
  readonly sent: SentCode
  /** The person of the provider who is to be one with whoever has the address. */
  readonly pending?: string
  readonly submitLabel: string
  readonly onDone?: (() => void) | undefined
}

/** The code that was sent to an address: who gives it back has that address. */
export function CodeForm({ sent: { codeId, channel, demonstrationCode }, pending, submitLabel, onDone }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const give = useChange(giveCode, {
    onDone: ({ step }) => step === 'done' && onDone?.(),
    invalidates: [currentCitizen, listOwn],
  })
  const form = useForm({
    start: { code: '' },
    send: ({ code }) => give.mutateAsync({ codeId, code, ...(pending !== undefined && { pending }) }),
  })
  return (
    <Stack gap="sm">
      {demonstrationCode === null ? (
        <Text component="output">{m.codeSent(channel)}</Text>
      ) : (
        <Alert color="lamp">{m.demonstrationCode(demonstrationCode)}</Alert>
      )}
      {give.data?.step === 'refused' && (
        <Alert role="alert" color="bad">
          {problemText(problems, give.data.code, {}, language)}
        </Alert>
      )}
      <Form form={form} submitLabel={submitLabel}>
        <TextField
          {...form.field('code')}
          label={m.code}
          required
          maxLength={12}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      </Form>
    </Stack>
  )
}
