import { Button, Code, Group, Image, List, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { CopyButton } from '#ui/copy-button.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { AskPassword } from './ask-password.tsx'
import { useTexts } from './texts.ts'

type Props = { readonly security: contract.OwnSecurity }

/** The authenticator app: enrolling, recovery codes, removing. */
export function AppSection({ security }: Props) {
  const m = useTexts()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [asking, setAsking] = useState<'remove' | 'renew' | null>(null)
  const invalidates = [contract.ownSecurity]
  const remove = useChange(contract.removeTotp, { invalidates, onDone: () => setAsking(null) })
  const renew = useChange(contract.renewRecoveryCodes, {
    invalidates,
    onDone: ({ recoveryCodes }) => {
      setAsking(null)
      setCodes(recoveryCodes)
    },
  })
  return (
    <Section title={m.app} lead={m.appLead}>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      ) : security.totpSince === null ? (
        <Enrol onCodes={setCodes} />
      ) : (
        <Stack gap="xs">
          <Text>{m.appSince(formatMoment(security.totpSince))}</Text>
          <Text size="sm">{m.recoveryCodesLeft(security.recoveryCodesLeft)}</Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => setAsking('renew')}>
              {m.renewCodes}
            </Button>
            <Button variant="default" onClick={() => setAsking('remove')}>
              {m.removeApp}
            </Button>
          </Group>
        </Stack>
      )}
      <AskPassword
        opened={asking === 'remove'}
        title={m.removeApp}
        body={m.removeAppBody}
        busy={remove.isPending}
        problem={remove.error}
        onSend={(password) => remove.mutate({ password })}
        onClose={() => setAsking(null)}
      />
      <AskPassword
        opened={asking === 'renew'}
        title={m.renewCodes}
        body={m.renewCodesBody}
        busy={renew.isPending}
        problem={renew.error}
        onSend={(password) => renew.mutate({ password })}
        onClose={() => setAsking(null)}
      />
    </Section>
  )
}

function Enrol({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  const m = useTexts()
  const [code, setCode] = useState('')
  const begin = useChange(contract.beginTotpEnrolment)
  const confirm = useChange(contract.confirmTotpEnrolment, {
    invalidates: [contract.ownSecurity],
    onDone: ({ recoveryCodes }) => onCodes(recoveryCodes),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate({ code })
  }
  if (!begin.data) {
    return (
      <Stack gap="xs" align="flex-start">
        <Text c="dimmed">{m.appNone}</Text>
        {begin.error && <ProblemAlert problem={begin.error} />}
        <Button loading={begin.isPending} onClick={() => begin.mutate({})}>
          {m.enrolApp}
        </Button>
      </Stack>
    )
  }
  return (
    <Stack gap="sm">
      <Text>{m.scan}</Text>
      <Image src={begin.data.picture} alt={m.scanPicture} w={220} h={220} />
      <Text size="sm">
        {m.orType} <Code style={{ overflowWrap: 'anywhere' }}>{begin.data.secret}</Code>{' '}
        <CopyButton text={begin.data.secret} />
      </Text>
      {confirm.error && <ProblemAlert problem={confirm.error} />}
      <form onSubmit={submit}>
        <Group align="flex-end" gap="xs">
          <TextField
            name="code"
            label={m.code}
            value={code}
            onChange={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            required
          />
          <Button type="submit" loading={confirm.isPending}>
            {m.confirm}
          </Button>
        </Group>
      </form>
    </Stack>
  )
}

function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const m = useTexts()
  return (
    <Stack gap="sm">
      <Text fw={600}>{m.recoveryCodes}</Text>
      <Text size="sm">{m.recoveryCodesLead}</Text>
      <List listStyleType="none">
        {codes.map((one) => (
          <List.Item key={one}>
            <Code>{one}</Code>
          </List.Item>
        ))}
      </List>
      <Group gap="xs">
        <CopyButton text={codes.join('\n')} />
        <Button onClick={onKept}>{m.kept}</Button>
      </Group>
    </Stack>
  )
}
