import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useChange } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { deviceName } from './device-name.ts'
import { useTexts } from './texts.ts'

/** One's open sessions, each of which can be ended from here. */
export function SessionsSection({ sessions }: { readonly sessions: readonly contract.ListedSession[] }) {
  const m = useTexts()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const end = useChange(contract.endOwnSession, {
    invalidates: [contract.ownSecurity],
    onDone: () => toast.good(m.sessionEnded),
    onProblem: toast.problem,
  })
  const everywhere = useChange(contract.signOutEverywhere, {
    onDone: () => location.assign('/sign-in'),
    onProblem: toast.problem,
  })
  return (
    <Section
      title={m.sessions}
      actions={
        <Button variant="default" onClick={() => setAsking(true)}>
          {m.everywhere}
        </Button>
      }
    >
      <SessionTable
        sessions={sessions}
        act={(session) =>
          session.current ? (
            <StatusChip tone="good">{m.thisSession}</StatusChip>
          ) : (
            <Button
              size="xs"
              variant="default"
              aria-label={`${m.end}: ${deviceName(session.userAgent)}, ${formatMoment(session.createdAt)}`}
              onClick={() => end.mutate({ sessionId: session.id })}
            >
              {m.end}
            </Button>
          )
        }
      />
      <ConfirmDialog
        opened={asking}
        title={m.everywhere}
        body={m.everywhereBody}
        confirmLabel={m.everywhere}
        danger
        busy={everywhere.isPending}
        onConfirm={() => everywhere.mutate({})}
        onClose={() => setAsking(false)}
      />
    </Section>
  )
}

type TableProps = {
  readonly sessions: readonly contract.ListedSession[]
  readonly act?: (session: contract.ListedSession) => ReactNode
}

/** Open sessions as a table. */
export function SessionTable({ sessions, act }: TableProps) {
  const m = useTexts()
  return (
    <DataTable
      label={m.table(m.sessions)}
      rows={sessions}
      rowKey={({ id }) => id}
      phone="cards"
      columns={[
        {
          key: 'device',
          label: m.device,
          width: 230,
          cell: ({ userAgent, locked, method }) => (
            <Group gap={6}>
              <Text size="sm">
                {deviceName(userAgent)} · {m.methods[method]}
              </Text>
              {locked && <StatusChip tone="neutral">{m.lockedMark}</StatusChip>}
            </Group>
          ),
        },
        { key: 'address', label: m.address, width: 130, cell: ({ address }) => address },
        {
          key: 'began',
          label: m.began,
          width: 150,
          cell: ({ createdAt }) => formatMoment(createdAt),
          sortBy: ({ createdAt }) => createdAt,
        },
        {
          key: 'seen',
          label: m.lastSeen,
          width: 150,
          cell: ({ lastSeenAt }) => formatMoment(lastSeenAt),
          sortBy: ({ lastSeenAt }) => lastSeenAt,
        },
        ...(act ? [{ key: 'act', label: m.status, width: 130, cell: act }] : []),
      ]}
    />
  )
}
