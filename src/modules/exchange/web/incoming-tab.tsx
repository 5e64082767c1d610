import { Button, Code, Group, List, Stack, Text } from '@mantine/core'
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
import { useProblemText } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import { EXCHANGE_TOPIC, type Incoming, listIncoming, settleIncoming, showBacklog, takeInAgain } from '../contract.ts'
import { INCOMING_STATES } from '../domain/incoming.ts'
import { PageFooter } from './page-footer.tsx'
import { type Texts, useTexts } from './texts.ts'

const PAGE = 50
const TONES = {
  arrived: 'info',
  'taken-in': 'good',
  waiting: 'warning',
  'for-hand': 'warning',
  quarantine: 'bad',
  settled: 'neutral',
} as const
const ALL = 'all'

/** What the portal told, the newest first, and what became of it. */
export function IncomingTab() {
  const m = useTexts()
  const say = useReason()
  const [state, setState] = useState<string>(ALL)
  const [before, setBefore] = useState<string | undefined>()
  const [open, setOpen] = useState<Incoming | null>(null)
  const chosen = INCOMING_STATES.find((one) => one === state)
  const list = useOperation(
    listIncoming,
    { limit: PAGE, ...(chosen && { state: chosen }), ...(before && { before }) },
    { topics: [EXCHANGE_TOPIC], keepPrevious: true },
  )
  return (
    <Section title={m.incoming} lead={m.incomingLead}>
      <SelectField
        label={m.state}
        value={state}
        onChange={(value) => {
          setState(value ?? ALL)
          setBefore(undefined)
        }}
        options={[
          { value: ALL, label: m.allStates },
          ...INCOMING_STATES.map((value) => ({ value, label: m.incomingStates[value] })),
        ]}
      />
      <Loaded query={list}>
        {({ incoming, next }) => (
          <DataTable
            label={m.incomingTable}
            columns={columnsOf(m, say)}
            rows={incoming}
            rowKey={({ id }) => id}
            onOpen={setOpen}
            phone="cards"
            empty={<EmptyState title={m.noIncoming} />}
            footer={<PageFooter from={before} next={next} onGo={setBefore} />}
          />
        )}
      </Loaded>
      <SideDrawer opened={open !== null} title={m.details} onClose={() => setOpen(null)}>
        {open && <Details one={open} onDone={() => setOpen(null)} />}
      </SideDrawer>
    </Section>
  )
}

/** A code of a refusal in words. */
function useReason() {
  const text = useProblemText()
  return (code: string | null) => (code === null ? '' : text.detail({ path: '', code, message: code }))
}

function columnsOf(m: Texts, say: (code: string | null) => string): readonly Column<Incoming>[] {
  return [
    { key: 'code', label: m.nationalCode, width: 220, cell: ({ nationalCode }) => nationalCode },
    {
      key: 'state',
      label: m.state,
      width: 170,
      cell: ({ state }) => <StatusChip tone={TONES[state]}>{m.incomingStates[state]}</StatusChip>,
    },
    { key: 'at', label: m.arrivedAt, width: 150, cell: ({ arrivedAt }) => formatMoment(arrivedAt) },
    { key: 'told', label: m.told, width: 110, align: 'end', cell: ({ told }) => formatNumber(told) },
    { key: 'source', label: m.source, width: 110, cell: ({ source }) => m.sources[source] },
    {
      key: 'reason',
      label: m.reason,
      cell: ({ reason, caseId }) =>
        caseId && reason === null ? <LinkTo to={`/cases/${caseId}`}>{m.openCase}</LinkTo> : say(reason),
    },
  ]
}

function Details({ one, onDone }: { readonly one: Incoming; readonly onDone: () => void }) {
  const m = useTexts()
  const say = useReason()
  const may = useMay()
  const toast = useToast()
  const [settling, setSettling] = useState(false)
  const how = { invalidates: [listIncoming, showBacklog], onProblem: toast.problem }
  const again = useChange(takeInAgain, { ...how, onDone: () => (toast.good(m.doneAgain), onDone()) })
  const settle = useChange(settleIncoming, { ...how, onDone: () => (toast.good(m.settled), onDone()) })
  const isOpen = one.state !== 'taken-in' && one.state !== 'settled' && one.state !== 'arrived'
  return (
    <Stack gap="md">
      <Text fw={600}>{one.nationalCode}</Text>
      {one.reason && <Text c="bad">{say(one.reason)}</Text>}
      {one.settledNote && <Text>{`${one.settledByName ?? ''}: ${one.settledNote}`}</Text>}
      {one.caseId && <LinkTo to={`/cases/${one.caseId}`}>{m.openCase}</LinkTo>}
      {one.faults.length > 0 && (
        <div>
          <Text fw={600}>{m.faults}</Text>
          <List>
            {one.faults.map(({ field, fault }) => (
              <List.Item key={`${field} ${fault}`}>
                <Code>{field}</Code> {m.faultKinds[fault] ?? say(fault)}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {one.record && (
        <div>
          <Text fw={600}>{m.record}</Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {JSON.stringify(one.record, null, 2)}
          </Code>
        </div>
      )}
      {may('exchange:send') && isOpen && (
        <Group>
          {one.state !== 'for-hand' && (
            <Button loading={again.isPending} onClick={() => again.mutate({ incomingId: one.id })}>
              {m.takeInAgain}
            </Button>
          )}
          <Button variant="default" onClick={() => setSettling(true)}>
            {m.settle}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={settling}
        title={m.settle}
        body={m.settleBody}
        reason
        busy={settle.isPending}
        onConfirm={(note) => settle.mutate({ incomingId: one.id, note })}
        onClose={() => setSettling(false)}
      />
    </Stack>
  )
}
