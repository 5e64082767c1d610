import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { CheckField } from '#ui/check-field.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { getPush, turnOffPush, turnOnPush } from '../../contract.ts'
import { PUSH_PURPOSE } from '../../domain/draft.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { askBrowser, canPush, forgetBrowser, standInBrowser } from './push-device.ts'

/** Whether one’s browsers are told when there is news; never turned on by anybody but the citizen. */
export function PushSection() {
  const { push: m } = useMessages({ vi, en })
  const push = useOperation(getPush, {})
  return (
    <section aria-labelledby="push">
      <Title order={2} size="h4" id="push" mb="xs">
        {m.title}
      </Title>
      <Loaded query={push}>
        {({ publicKey, standIn, devices }) => (
          <Stack gap="sm">
            {standIn !== null && (
              <Alert color="warning" role="note">
                {m.simulated}
              </Alert>
            )}
            {devices.length > 0 && <Devices devices={devices} />}
            {standIn === null && !canPush() ? (
              <Text>{m.cannot}</Text>
            ) : (
              <TurnOn publicKey={publicKey} standIn={standIn} />
            )}
          </Stack>
        )}
      </Loaded>
    </section>
  )
}

type Device = { readonly id: string; readonly simulated: boolean; readonly madeAt: string }

function Devices({ devices }: { readonly devices: readonly Device[] }) {
  const { push: m } = useMessages({ vi, en })
  const { language } = useLanguage()
  const off = useChange(turnOffPush, { invalidates: [getPush], onDone: forgetBrowser })
  return (
    <>
      {off.error && <ProblemAlert problem={off.error} />}
      <List listStyleType="none" spacing="xs">
        {devices.map(({ id, simulated, madeAt }) => (
          <List.Item key={id}>
            <Group gap="sm">
              <Text>{m.since(formatMoment(madeAt), simulated)}</Text>
              <Button
                size="xs"
                variant="default"
                loading={off.isPending}
                onClick={() => off.mutate({ deviceId: id, language })}
              >
                {m.off}
              </Button>
            </Group>
          </List.Item>
        ))}
      </List>
    </>
  )
}

function TurnOn({ publicKey, standIn }: { readonly publicKey: string; readonly standIn: string | null }) {
  const { push: m } = useMessages({ vi, en })
  const say = useLabel()
  const { language } = useLanguage()
  const [agreed, setAgreed] = useState(false)
  const [failed, setFailed] = useState(false)
  const on = useChange(turnOnPush, { invalidates: [getPush], onDone: () => setAgreed(false) })
  const ask = async () => {
    setFailed(false)
    try {
      const target = standIn === null ? await askBrowser(publicKey) : await standInBrowser(standIn)
      if (target === null) return setFailed(true)
      on.mutate({ target, agreed: true, language })
    } catch {
      // The browser says no in many ways: blocked, no push service, no network.
      setFailed(true)
    }
  }
  return (
    <Stack gap="xs">
      <CheckField name="push.agreed" label={say(PUSH_PURPOSE)} value={agreed} onChange={setAgreed} />
      {failed && (
        <Text role="alert" c="var(--hd-bad-strong)">
          {m.refused}
        </Text>
      )}
      {on.error && <ProblemAlert problem={on.error} />}
      <Group>
        <Button variant="default" disabled={!agreed} loading={on.isPending} onClick={() => void ask()}>
          {m.on}
        </Button>
      </Group>
    </Stack>
  )
}
