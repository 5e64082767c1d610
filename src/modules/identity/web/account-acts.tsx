import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { call } from '#ui/call.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { ShownOnce } from './shown-once.tsx'
import { useTexts } from './texts.ts'

type Act = 'unlock' | 'reset-password' | 'reset-factor' | 'end-sessions' | 'disable' | 'enable'

/** What may be done to an account, each with a reason that the log keeps. */
export function AccountActs({
  account,
  onChanged,
}: {
  readonly account: contract.AccountDetail
  readonly onChanged: () => void
}) {
  const m = useTexts()
  const toast = useToast()
  const [act, setAct] = useState<Act | null>(null)
  const [busy, setBusy] = useState(false)
  const [password, setPassword] = useState<string | null>(null)
  const accountId = account.id
  const labels: Record<Act, string> = {
    unlock: m.unlockAccount,
    'reset-password': m.resetPassword,
    'reset-factor': m.resetSecondFactor,
    'end-sessions': m.endSessions,
    disable: m.disable,
    enable: m.enable,
  }
  const carryOut: Record<Act, (reason: string) => Promise<unknown>> = {
    unlock: (reason) => call(contract.unlockAccount, { accountId, reason }),
    'reset-password': async (reason) =>
      setPassword((await call(contract.resetPassword, { accountId, reason })).temporaryPassword),
    'reset-factor': (reason) => call(contract.resetSecondFactor, { accountId, reason }),
    'end-sessions': () => call(contract.endSessions, { accountId, tokensToo: true }),
    disable: (reason) => call(contract.disableAccount, { accountId, reason }),
    enable: (reason) => call(contract.enableAccount, { accountId, reason }),
  }
  const confirm = async (reason: string) => {
    if (act === null) return
    setBusy(true)
    try {
      await carryOut[act](reason)
      toast.good(m.saved)
      onChanged()
    } catch (thrown) {
      toast.problem(thrown)
    } finally {
      setBusy(false)
      setAct(null)
    }
  }
  const possible: Act[] = [
    ...(account.lockedUntil ? (['unlock'] as const) : []),
    ...(account.kind === 'service' ? [] : (['reset-password'] as const)),
    ...(account.totp || account.passkeys > 0 ? (['reset-factor'] as const) : []),
    'end-sessions',
    account.status === 'active' ? 'disable' : 'enable',
  ]
  return (
    <>
      <Group gap="xs">
        {possible.map((one) => (
          <Button key={one} variant="default" size="xs" onClick={() => setAct(one)}>
            {labels[one]}
          </Button>
        ))}
      </Group>
      <ConfirmDialog
        opened={act !== null}
        title={act ? `${labels[act]}: ${account.displayName}` : ''}
        body={act === 'end-sessions' ? m.endSessionsBody : m.reasonNeeded}
        confirmLabel={act ? labels[act] : ''}
        danger={act === 'disable'}
        busy={busy}
        reason={act !== 'end-sessions'}
        onConfirm={(reason) => void confirm(reason)}
        onClose={() => setAct(null)}
      />
      <Dialog opened={password !== null} title={m.temporaryPassword} onClose={() => setPassword(null)}>
        <ShownOnce password={password ?? ''} onDone={() => setPassword(null)} />
      </Dialog>
    </>
  )
}
