import { Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Form, useForm } from '#ui/form.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { askCode, getSignInWays } from '../../contract.ts'
import { CodeForm, type SentCode } from './code-form.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { ProviderButton } from './provider-button.tsx'

/** In through the provider of identities, where there is one, or by a code that is sent to an address of one's own. */
export function SignIn({ onDone }: { readonly onDone?: (() => void) | undefined }) {
  const m = useMessages({ vi, en })
  const ways = useOperation(getSignInWays, {})
  const [sent, setSent] = useState<SentCode | null>(null)
  return (
    <Stack gap="md">
      {ways.data?.provider && (
        <>
          <ProviderButton />
          <Title order={2} size="h4">
            {m.orByCode}
          </Title>
        </>
      )}
      <Text>{m.signInLead}</Text>
      {sent === null ? (
        <AskCode onSent={setSent} />
      ) : (
        <>
          <CodeForm sent={sent} submitLabel={m.signIn} onDone={onDone} />
          <Button variant="subtle" onClick={() => setSent(null)}>
            {m.anotherAddress}
          </Button>
        </>
      )}
    </Stack>
  )
}

function AskCode({ onSent }: { readonly onSent: (sent: SentCode) => void }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const ask = useChange(askCode, { onDone: onSent })
  const form = useForm({ start: { address: '' }, send: ({ address }) => ask.mutateAsync({ address, language }) })
  return (
    <Form form={form} submitLabel={m.sendCode}>
      <TextField {...form.field('address')} label={m.address} required maxLength={200} autoComplete="username" />
    </Form>
  )
}
