import { Button, Checkbox, Group, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import { DueChip } from './due-chip.tsx'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import { addressOfTask } from './entry-tasks-page.tsx'
import { useSheetActs } from './sheet-acts.tsx'
import { SheetStatusChip } from './sheet-status-chip.tsx'
import { SHEETS_TOPIC } from './topics.ts'

type Waiting = z.output<typeof contract.listApprovals.output>['sheets'][number]
const Filter = z.object({ all: z.enum(['true']).optional() })

/** The forms that wait for the reader's signature, to approve or return one by one or together. */
export function ApprovalsPage() {
  const m = useMessages({ vi, en })
  const [{ all }, setFilter] = useAddress(Filter)
  const waiting = useOperation(
    contract.listApprovals,
    { all: all === 'true' },
    { topics: [SHEETS_TOPIC], keepPrevious: true },
  )
  return (
    <Page
      title={m.approvals}
      lead={m.approvalsLead}
      width="full"
      actions={
        <Switch
          label={m.approvalsAll}
          checked={all === 'true'}
          onChange={(event) => setFilter({ all: event.currentTarget.checked ? 'true' : undefined })}
        />
      }
    >
      <Loaded
        query={waiting}
        lines={6}
        empty={({ sheets }) => sheets.length === 0}
        emptyState={<EmptyState title={m.nothingToApprove} />}
      >
        {({ sheets }) => <Approvals sheets={sheets} />}
      </Loaded>
    </Page>
  )
}

function Approvals({ sheets }: { readonly sheets: readonly Waiting[] }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { ask, dialog } = useSheetActs(() => setChosen(new Set()))
  const mine = sheets.filter(({ mine: isMine, sheetId }) => isMine && sheetId !== null)
  const picked = mine.filter(({ sheetId }) => sheetId !== null && chosen.has(sheetId))
  const nameOf = (row: Waiting) => `${say(row.form.name)}, ${row.unit.name}, ${say(row.period.label)}`
  const askAbout = (act: 'approve' | 'return') =>
    ask(
      act,
      picked.map((row) => ({ sheetId: row.sheetId ?? '', name: nameOf(row) })),
    )
  const toggle = (sheetId: string) => {
    const next = new Set(chosen)
    if (!next.delete(sheetId)) next.add(sheetId)
    setChosen(next)
  }
  return (
    <>
      <Group justify="space-between">
        <Checkbox
          label={m.selectAll}
          checked={mine.length > 0 && picked.length === mine.length}
          indeterminate={picked.length > 0 && picked.length < mine.length}
          disabled={mine.length === 0}
          onChange={(event) =>
            setChosen(new Set(event.currentTarget.checked ? mine.map(({ sheetId }) => sheetId ?? '') : []))
          }
        />
        <Group gap="sm">
          <Text size="sm" c="dimmed" aria-live="polite">
            {m.chosen(formatNumber(picked.length))}
          </Text>
          <Button variant="default" disabled={picked.length === 0} onClick={() => askAbout('return')}>
            {m.returnChosen}
          </Button>
          <Button disabled={picked.length === 0} onClick={() => askAbout('approve')}>
            {m.approveChosen}
          </Button>
        </Group>
      </Group>
      <DataTable
        label={m.approvals}
        rows={sheets}
        rowKey={(row) => row.sheetId ?? addressOfTask(row)}
        phone="cards"
        height={640}
        columns={[
          {
            key: 'choose',
            label: m.tick,
            width: 72,
            cell: (row) => (
              <Checkbox
                aria-label={m.select(nameOf(row))}
                disabled={!row.mine}
                checked={row.sheetId !== null && chosen.has(row.sheetId)}
                onChange={() => row.sheetId && toggle(row.sheetId)}
              />
            ),
          },
          {
            key: 'unit',
            label: m.unit,
            width: 200,
            sortBy: (row) => row.unit.name,
            cell: (row) => <LinkTo to={addressOfTask(row)}>{row.unit.name}</LinkTo>,
          },
          {
            key: 'form',
            label: m.form,
            width: 260,
            sortBy: (row) => say(row.form.name),
            cell: (row) => say(row.form.name),
          },
          {
            key: 'period',
            label: m.period,
            width: 200,
            sortBy: (row) => row.period.to,
            cell: (row) => (
              <>
                {say(row.period.label)}
                <Text span size="xs" c="dimmed" display="block">
                  {row.period.range}
                </Text>
              </>
            ),
          },
          {
            key: 'filled',
            label: m.filled,
            width: 90,
            align: 'end',
            cell: (row) => m.filledOf(formatNumber(row.filled), formatNumber(row.expected)),
          },
          {
            key: 'submitted',
            label: m.submittedBy,
            width: 200,
            sortBy: (row) => row.submittedAt,
            cell: (row) => (
              <>
                {row.submittedBy}
                <Text span size="xs" c="dimmed" display="block">
                  {row.submittedAt && formatMoment(row.submittedAt)}
                </Text>
              </>
            ),
          },
          {
            key: 'due',
            label: m.dueOn,
            width: 200,
            sortBy: (row) => row.dueOn,
            cell: (row) => <DueChip dueOn={row.dueOn} isOpen={false} />,
          },
          {
            key: 'status',
            label: m.status,
            width: 200,
            cell: (row) => (
              <>
                <SheetStatusChip status={row.status} />
                {row.turn && (
                  <Text span size="xs" c="dimmed" display="block">
                    {m.turn}: {row.turn.name}
                  </Text>
                )}
              </>
            ),
          },
        ]}
      />
      {dialog}
    </>
  )
}
