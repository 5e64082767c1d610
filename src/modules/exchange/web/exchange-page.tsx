import { z } from 'zod'
import { useAddress } from '#ui/address.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { Tabs } from '#ui/tabs.tsx'
import { EXCHANGE_TOPIC, showBacklog } from '../contract.ts'
import { BacklogTab } from './backlog-tab.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { ConnectionTab } from './connection-tab.tsx'
import { IncomingTab } from './incoming-tab.tsx'
import { MismatchTab } from './mismatch-tab.tsx'
import { useTexts } from './texts.ts'

const TABS = ['backlog', 'incoming', 'mismatches', 'connection'] as const

/** What is told to the national portal and what it tells: the backlog, what came, where both differ, and the connection. */
export function ExchangePage() {
  const m = useTexts()
  const [{ tab }, setAddress] = useAddress(z.object({ tab: z.enum(TABS).catch('backlog').default('backlog') }))
  const backlog = useOperation(showBacklog, {}, { topics: [EXCHANGE_TOPIC], keepPrevious: true })
  const count = (states: readonly string[]) =>
    backlog.data?.totals.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.count, 0)
  const toLookAt = backlog.data?.incoming
    .filter(({ state }) => state === 'quarantine' || state === 'for-hand')
    .reduce((sum, one) => sum + one.count, 0)
  const differing = backlog.data?.compared.disagreeing
  const open = count(['queued', 'waiting', 'parked'])
  return (
    <Page title={m.title} lead={m.lead} width="full">
      <ConnectionBanner />
      <Tabs
        label={m.tabs}
        value={tab}
        onChange={(key) => setAddress({ tab: TABS.find((one) => one === key) ?? 'backlog' })}
        tabs={[
          {
            key: 'backlog',
            label: m.backlog,
            ...(open !== undefined && { count: open }),
            content: () => <BacklogTab backlog={backlog} />,
          },
          {
            key: 'incoming',
            label: m.incoming,
            ...(toLookAt !== undefined && { count: toLookAt }),
            content: () => <IncomingTab />,
          },
          {
            key: 'mismatches',
            label: m.mismatches,
            ...(differing !== undefined && { count: differing }),
            content: () => <MismatchTab compared={backlog.data?.compared} />,
          },
          { key: 'connection', label: m.connection, content: () => <ConnectionTab /> },
        ]}
      />
    </Page>
  )
}
