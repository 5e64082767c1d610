import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import type { Delegation } from '../contract.ts'
import * as contract from '../contract.ts'
import { DelegateForm } from './delegate-form.tsx'
import { useTexts } from './texts.ts'

const TONES = { 'to-come': 'info', 'in-force': 'good', over: 'neutral', revoked: 'bad' } as const

/** What officials delegated to one another, in force first to be seen by its state. */
export function DelegationsTab() {
  const m = useTexts()
  const may = useMay()
  const [isOpen, setIsOpen] = useState(false)
  const [revoking, setRevoking] = useState<Delegation | null>(null)
  const delegations = useOperation(contract.listDelegations, { limit: 200 }, { topics: [contract.OFFICIALS_TOPIC] })
  const mayDelegate = may('organisation:delegate')
  return (
    <Section
      title={m.delegations}
      actions={mayDelegate && <Button onClick={() => setIsOpen(true)}>{m.delegate}</Button>}
    >
      <Loaded
        query={delegations}
        empty={(answer) => answer.delegations.length === 0}
        emptyState={<EmptyState title={m.noDelegations} />}
      >
        {(answer) => <Rows rows={answer.delegations} onRevoke={mayDelegate ? setRevoking : null} />}
      </Loaded>
      <SideDrawer opened={isOpen} title={m.delegate} onClose={() => setIsOpen(false)}>
        {isOpen && <DelegateForm onDone={() => setIsOpen(false)} />}
      </SideDrawer>
      <Revoke delegation={revoking} onClose={() => setRevoking(null)} />
    </Section>
  )
}

type RowsProps = { readonly rows: readonly Delegation[]; readonly onRevoke: ((row: Delegation) => void) | null }

function Rows({ rows, onRevoke }: RowsProps) {
  const m = useTexts()
  return (
    <DataTable
      label={m.delegationsTable}
      rows={rows}
      rowKey={({ id }) => id}
      phone="cards"
      columns={[
        {
          key: 'from',
          label: m.giver,
          width: 160,
          cell: ({ fromName }) => fromName,
          sortBy: ({ fromName }) => fromName,
        },
        { key: 'to', label: m.receiver, width: 160, cell: ({ toName }) => toName, sortBy: ({ toName }) => toName },
        {
          key: 'unit',
          label: m.unit,
          width: 190,
          cell: ({ unitId, unitName, reach }) => (
            <>
              <LinkTo to={`/units/${unitId}`}>{unitName}</LinkTo>
              <Text size="xs" c="dimmed">
                {reach === 'own' ? m.reachOwn : m.reachSubtree}
              </Text>
            </>
          ),
        },
        { key: 'permissions', label: m.permissions, width: 180, cell: ({ permissions }) => permissions.join(', ') },
        {
          key: 'days',
          label: m.validFrom,
          width: 190,
          cell: ({ validFrom, validTo }) => `${formatDay(validFrom)} – ${formatDay(validTo)}`,
          sortBy: ({ validFrom }) => validFrom,
        },
        {
          key: 'state',
          label: m.state,
          width: 140,
          cell: ({ state }) => <StatusChip tone={TONES[state]}>{m.states[state]}</StatusChip>,
          sortBy: ({ state }) => state,
        },
        { key: 'reason', label: m.reason, width: 240, cell: ({ reason, revokedReason }) => revokedReason ?? reason },
        {
          key: 'act',
          label: m.actionsColumn,
          width: 110,
          cell: (row) =>
            onRevoke &&
            (row.state === 'in-force' || row.state === 'to-come') && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => onRevoke(row)}
                aria-label={`${m.revoke}: ${row.fromName} → ${row.toName}`}
              >
                {m.revoke}
              </Button>
            ),
        },
      ]}
    />
  )
}

function Revoke({ delegation, onClose }: { readonly delegation: Delegation | null; readonly onClose: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const revoke = useChange(contract.revokeDelegation, {
    onDone: () => {
      toast.good(m.saved)
      onClose()
    },
    onProblem: toast.problem,
  })
  return (
    <ConfirmDialog
      opened={delegation !== null}
      title={m.revokeTitle}
      body={delegation && m.revokeBody(delegation.fromName, delegation.toName)}
      confirmLabel={m.revoke}
      danger
      reason
      busy={revoke.isPending}
      onClose={onClose}
      onConfirm={(reason) => {
        if (delegation) revoke.mutate({ delegationId: delegation.id, reason })
      }}
    />
  )
}
