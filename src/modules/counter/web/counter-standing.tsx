import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconSend } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { LinkButton } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import { all, get, type KeptLease, type OpenCounter } from './kept.ts'
import type { Stop } from './sending.ts'
import { isShellKept } from './shell-worker.ts'
import { giveBack, send, takeNumbers, useCounter } from './state.ts'
import { isUsable } from './taking.ts'
import { type CounterWords, useCounterWords } from './use-words.ts'

/** Whether there is a network, what waits, how many numbers are left, and what can be done about it. */
export function CounterStanding({ counter }: { readonly counter: OpenCounter }) {
  const m = useCounterWords()
  const toast = useToast()
  const { items, leases, isConnected, isSending, stop } = useCounter()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const waiting = items.filter(({ item }) => item.state === 'kept' || item.state === 'sending').length
  const wrong = items.filter(({ item }) => item.state === 'explained').length
  const act = async (what: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await what()
    } catch (thrown) {
      toast.problem(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section
      title={counter.name}
      actions={
        <LinkButton to="/counter/new" leftSection={<IconPlus size={18} aria-hidden />}>
          {m.newIntake}
        </LinkButton>
      }
    >
      <Stack gap="sm">
        <Group gap="xs" aria-live="polite" component="output">
          <StatusChip tone={isConnected ? 'good' : 'warning'}>{isConnected ? m.connected : m.notConnected}</StatusChip>
          {isSending && <StatusChip tone="info">{m.sending}</StatusChip>}
          <StatusChip tone={waiting > 0 ? 'lamp' : 'good'}>
            {waiting > 0 ? m.toSend(formatNumber(waiting)) : m.allSent}
          </StatusChip>
          {wrong > 0 && <StatusChip tone="bad">{m.toCorrect(formatNumber(wrong))}</StatusChip>}
        </Group>
        <Numbers leases={leases} m={m} />
        {stop && <Stopped stop={stop} m={m} />}
        <Readiness counter={counter} m={m} />
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconSend size={16} aria-hidden />}
            disabled={waiting === 0 || isSending}
            onClick={() => void act(send)}
          >
            {m.sendNow}
          </Button>
          <Button variant="default" disabled={busy || !isConnected} onClick={() => void act(takeNumbers)}>
            {m.moreNumbers}
          </Button>
          <Button
            variant="default"
            disabled={busy || !isConnected || waiting > 0 || leases.every(({ ended }) => ended)}
            onClick={() => setAsking(true)}
          >
            {m.giveBack}
          </Button>
        </Group>
      </Stack>
      <ConfirmDialog
        opened={asking}
        title={m.giveBack}
        body={m.giveBackWhy}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          void act(async () => toast.good(m.gaveBack(formatNumber(await giveBack()))))
        }}
      />
    </Section>
  )
}

function Numbers({ leases, m }: { readonly leases: readonly KeptLease[]; readonly m: CounterWords }) {
  const [now] = useState(() => Date.now())
  const usable = leases.filter((one) => isUsable(one, now))
  const left = usable.reduce((sum, { next, last }) => sum + last - next + 1, 0)
  if (left === 0) return <Alert color="warning">{m.noNumbers}</Alert>
  const until = usable.map(({ validUntil }) => validUntil).toSorted()[0] ?? ''
  return <Text size="sm">{m.numbersLeft(formatNumber(left), formatMoment(until))}</Text>
}

/** Why sending stopped, and what to do about it; that there is no network stands above already. */
function Stopped({ stop, m }: { readonly stop: Stop; readonly m: CounterWords }) {
  switch (stop) {
    case 'unreachable':
      return null
    case 'signed-out':
      return (
        <Alert color="warning" role="alert">
          <Group justify="space-between">
            {m.signedOut}
            {/* A fresh page: nothing of the ended session stays in it. */}
            <Button size="xs" onClick={() => location.assign('/sign-in?back=%2Fcounter')}>
              {m.signIn}
            </Button>
          </Group>
        </Alert>
      )
    case 'old-pages':
      return (
        <Alert color="warning" role="alert">
          <Group justify="space-between">
            {m.oldPages}
            <Button size="xs" onClick={() => location.reload()}>
              {m.reload}
            </Button>
          </Group>
        </Alert>
      )
    case 'later':
      return <Alert color="warning">{m.later}</Alert>
    case 'elsewhere':
      return <Alert color="warning">{m.elsewhere}</Alert>
  }
}

type Known = {
  readonly isKept: boolean
  readonly count: number
  readonly at: string
  readonly others: number
  readonly isDemonstration: boolean
}

/** Whether the page opens without a network, with which procedures; and whether others wait on this machine. */
function Readiness({ counter, m }: { readonly counter: OpenCounter; readonly m: CounterWords }) {
  const { leases } = useCounter()
  const [known, setKnown] = useState<Known | null>(null)
  const { accountId } = counter
  useEffect(() => {
    const find = async () => {
      const catalogue = await get('catalogue', 'catalogue')
      const others = (await all('items')).filter((one) => one.accountId !== accountId && one.state !== 'received')
      const { procedures = [], keptAt: at = '' } = catalogue ?? {}
      setKnown({
        isKept: await isShellKept(),
        count: procedures.length,
        at,
        others: others.length,
        isDemonstration: procedures.some(({ content }) => content.demonstration),
      })
    }
    void find()
  }, [accountId, leases])
  if (!known) return null
  return (
    <>
      <Group gap="xs">
        <StatusChip tone={known.isKept ? 'good' : 'warning'}>{known.isKept ? m.ready : m.notReady}</StatusChip>
        {known.at && (
          <Text size="sm" c="dimmed">
            {m.readyLead(formatNumber(known.count), formatMoment(known.at))}
          </Text>
        )}
      </Group>
      {known.isDemonstration && <Text size="sm">{m.demonstration}</Text>}
      {known.others > 0 && <Alert color="warning">{m.others(formatNumber(known.others))}</Alert>}
    </>
  )
}
