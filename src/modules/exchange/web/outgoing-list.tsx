import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { useToast } from '#ui/toast.tsx'
import { EXCHANGE_TOPIC, leaveOut, listOutgoing, type Outgoing, sendAgain, showBacklog } from '../contract.ts'
import { OUTGOING_STATES, type OutgoingState } from '../domain/sending.ts'
import { PageFooter } from './page-footer.tsx'
import { type Texts, useTexts } from './texts.ts'

const PAGE = 50

/** What is sent, one state at a time, the oldest first; what is parked is sent again or left out. */
export function OutgoingList() {
  const m = useTexts()
  const [state, setState] = useState<OutgoingState>('waiting')
  const [after, setAfter] = useState<string | undefined>()
  const [leaving, setLeaving] = useState<Outgoing | null>(null)
  const may = useMay()
  const list = useOperation(
    listOutgoing,
    { state, limit: PAGE, ...(after && { after }) },
    { topics: [EXCHANGE_TOPIC], keepPrevious: true },
  )
  return (
    <Section title={m.queue}>
      <SelectField
        label={m.state}
        value={state}
        onChange={(value) => {
          setState(OUTGOING_STATES.find((one) => one === value) ?? 'waiting')
          setAfter(undefined)
        }}
        options={OUTGOING_STATES.map((value) => ({ value, label: m.states[value] }))}
      />
      <Loaded query={list}>
        {({ outgoing, next }) => (
          <DataTable
            label={m.queueTable}
            columns={[...columnsOf(m), ...(may('exchange:send') ? [acts(m, setLeaving)] : [])]}
            rows={outgoing}
            rowKey={({ id }) => id}
            phone="cards"
            empty={<EmptyState title={m.nothing} />}
            footer={<PageFooter from={after} next={next} onGo={setAfter} />}
          />
        )}
      </Loaded>
      {leaving && <LeaveOut part={leaving} onClose={() => setLeaving(null)} />}
    </Section>
  )
}

function LeaveOut({ part, onClose }: { readonly part: Outgoing; readonly onClose: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const leave = useChange(leaveOut, {
    invalidates: [listOutgoing, showBacklog],
    onProblem: toast.problem,
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened
      title={m.leaveOutOf(part.code)}
      body={m.leaveOutBody}
      confirmLabel={m.leaveOut}
      reason
      danger
      busy={leave.isPending}
      onConfirm={(reason) => leave.mutate({ outgoingId: part.id, reason })}
      onClose={onClose}
    />
  )
}

function columnsOf(m: Texts): readonly Column<Outgoing>[] {
  return [
    {
      key: 'code',
      label: m.code,
      width: 210,
      cell: ({ caseId, code }) => <LinkTo to={`/cases/${caseId}`}>{code}</LinkTo>,
      sortBy: ({ code }) => code,
    },
    { key: 'act', label: m.act, width: 100, align: 'end', cell: ({ act }) => formatNumber(act) },
    { key: 'part', label: m.part, width: 240, cell: ({ part }) => m.parts[part] },
    { key: 'queued', label: m.queuedAt, width: 150, cell: ({ queuedAt }) => formatMoment(queuedAt) },
    { key: 'attempts', label: m.attempts, width: 130, align: 'end', cell: ({ attempts }) => formatNumber(attempts) },
    { key: 'error', label: m.lastError, cell: ({ lastError, reason }) => lastError ?? reason ?? '' },
  ]
}

function acts(m: Texts, onLeave: (part: Outgoing) => void): Column<Outgoing> {
  return {
    key: 'acts',
    label: m.sendAgain,
    width: 210,
    cell: (part) => <Acts part={part} onLeave={() => onLeave(part)} m={m} />,
  }
}

function Acts({ part, onLeave, m }: { readonly part: Outgoing; readonly onLeave: () => void; readonly m: Texts }) {
  const toast = useToast()
  const again = useChange(sendAgain, {
    invalidates: [listOutgoing, showBacklog],
    onProblem: toast.problem,
    onDone: ({ queued }) => toast.good(m.queuedAgain(formatNumber(queued))),
  })
  if (part.state !== 'parked' && part.state !== 'sent') return null
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        size="compact-xs"
        variant="default"
        loading={again.isPending}
        aria-label={m.sendAgainOf(part.code)}
        onClick={() => again.mutate({ caseId: part.caseId })}
      >
        {m.sendAgain}
      </Button>
      {part.state === 'parked' && (
        <Button size="compact-xs" variant="default" aria-label={m.leaveOutOf(part.code)} onClick={onLeave}>
          {m.leaveOut}
        </Button>
      )}
    </Group>
  )
}
