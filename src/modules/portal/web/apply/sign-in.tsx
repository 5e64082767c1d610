import { Alert, Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { problemText } from '#kernel/problem-messages.ts'
import { Form, useForm } from '#ui/form.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { askCode, currentCitizen, getSignInWays, giveCode, listOwn } from '../../contract.ts'
import { problems } from '../../domain/problems.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { ProviderButton } from './provider-button.tsx'

type Asked = { readonly codeId: string; readonly channel: string; readonly demonstrationCode: string | null }

/** In through the provider of identities, where there is one, or by a code that is sent to an address of one's own. */
export function SignIn() {
  const m = useMessages({ vi, en })
  const ways = useOperation(getSignInWays, {})
  const [asked, setAsked] = useState<Asked | null>(null)
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
      {asked === null ? <AskCode onAsked={setAsked} /> : <GiveCode asked={asked} onBack={() => setAsked(null)} />}
    </Stack>
  )
}

function AskCode({ onAsked }: { readonly onAsked: (asked: Asked) => void }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const ask = useChange(askCode, { onDone: onAsked })
  const form = useForm({ start: { address: '' }, send: ({ address }) => ask.mutateAsync({ address, language }) })
  return (
    <Form form={form} submitLabel={m.sendCode}>
      <TextField {...form.field('address')} label={m.address} required maxLength={200} autoComplete="username" />
    </Form>
  )
}

function GiveCode({ asked, onBack }: { readonly asked: Asked; readonly onBack: () => void }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const give = useChange(giveCode, { invalidates: [currentCitizen, listOwn] })
  const form = useForm({ start: { code: '' }, send: ({ code }) => give.mutateAsync({ codeId: asked.codeId, code }) })
  return (
    <Stack gap="sm">
      {asked.demonstrationCode === null ? (
        <Text component="output">{m.codeSent(asked.channel)}</Text>
      ) : (
        <Alert color="lamp">{m.demonstrationCode(asked.demonstrationCode)}</Alert>
      )}
      {give.data?.step === 'refused' && (
        <Alert role="alert" color="bad">
          {problemText(problems, give.data.code, {}, language)}
        </Alert>
      )}
      <Form form={form} submitLabel={m.signIn}>
        <TextField
          {...form.field('code')}
          label={m.code}
          required
          maxLength={12}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      </Form>
      <Button variant="subtle" onClick={onBack}>
        {m.anotherAddress}
      </Button>
    </Stack>
  )
}
