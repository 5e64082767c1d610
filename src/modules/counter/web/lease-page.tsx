import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { usePathPart } from '#ui/address.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import { getLease, listCounters, revokeLease } from '../contract.ts'
import { NUMBER_STATES, type NumberState } from '../domain/lease.ts'
import { type CounterWords, useCounterWords } from './use-words.ts'

type Lease = z.output<typeof getLease.output>
type Line = Lease['numbers'][number]

const TONES = {
  received: 'good',
  refused: 'bad',
  void: 'neutral',
  unused: 'neutral',
  out: 'info',
  missing: 'warning',
  unknown: 'bad',
} as const satisfies Record<NumberState, string>

/** Every number of a lease and what became of it: none is left out. */
export function LeasePage() {
  const m = useCounterWords()
  const leaseId = usePathPart('leaseId')
  const query = useOperation(getLease, { leaseId })
  return (
    <Page
      title={m.leaseTitle}
      lead={query.data && leadOf(query.data, m)}
      trail={[{ label: m.countersTitle, to: '/counters' }, { label: m.leaseTitle }]}
      actions={query.data?.endKind === null && <Revoke leaseId={leaseId} />}
    >
      <Loaded query={query}>{(lease) => <Numbers lease={lease} />}</Loaded>
    </Page>
  )
}

function leadOf({ counterName, officerName, validUntil, endKind, endedAt, endReason }: Lease, m: CounterWords): string {
  const end =
    endKind && endedAt
      ? `${m.ends[endKind]} ${formatMoment(endedAt)} ${endReason}`.trim()
      : `${m.until} ${formatMoment(validUntil)}`
  return `${counterName} · ${officerName} · ${end}`
}

function Numbers({ lease: { numbers } }: { readonly lease: Lease }) {
  const m = useCounterWords()
  const say = useProblemText()
  const counts = NUMBER_STATES.map((state) => [state, numbers.filter((one) => one.state === state).length] as const)
  return (
    <>
      <Group gap="xs" mb="md">
        {counts
          .filter(([, count]) => count > 0)
          .map(([state, count]) => (
            <StatusChip key={state} tone={TONES[state]}>
              {`${m.numberStates[state]}: ${formatNumber(count)}`}
            </StatusChip>
          ))}
      </Group>
      <DataTable
        label={m.leaseTitle}
        columns={columnsOf(m, say)}
        rows={numbers}
        rowKey={({ number }) => number}
        phone="cards"
      />
    </>
  )
}

function columnsOf(m: CounterWords, say: ReturnType<typeof useProblemText>): readonly Column<Line>[] {
  return [
    { key: 'number', label: m.number, width: 230, cell: ({ number }) => <code>{number}</code> },
    {
      key: 'state',
      label: m.state,
      width: 220,
      cell: ({ state }) => <StatusChip tone={TONES[state]}>{m.numberStates[state]}</StatusChip>,
    },
    {
      key: 'code',
      label: m.code,
      width: 220,
      cell: ({ caseId, code }) => (caseId && code ? <LinkTo to={`/cases/${caseId}`}>{code}</LinkTo> : ''),
    },
    {
      key: 'reason',
      label: m.reason,
      cell: ({ problem, reason, state }) =>
        reason ?? (problem !== null && state === 'refused' ? say.detail({ path: '', code: problem, message: '' }) : ''),
    },
  ]
}

function Revoke({ leaseId }: { readonly leaseId: string }) {
  const m = useCounterWords()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const revoke = useChange(revokeLease, {
    invalidates: [getLease, listCounters],
    onDone: () => setAsking(false),
    onProblem: toast.problem,
  })
  return (
    <>
      <Button color="bad" variant="light" onClick={() => setAsking(true)}>
        {m.revokeLease}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={m.revokeLease}
        body={m.revokeWhy}
        reason
        danger
        busy={revoke.isPending}
        onConfirm={(reason) => revoke.mutate({ leaseId, reason })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
