import { Switch, Text } from '@mantine/core'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo, useGoTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import { DueChip } from './due-chip.tsx'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import { SheetStatusChip } from './sheet-status-chip.tsx'
import { SHEETS_TOPIC } from './topics.ts'

type Task = z.output<typeof contract.Task>
const Filter = z.object({ done: z.enum(['true']).optional() })

/** The forms one's units owe, the most urgent first. */
export function EntryTasksPage() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const goTo = useGoTo()
  const [{ done }, setFilter] = useAddress(Filter)
  const tasks = useOperation(
    contract.listEntryTasks,
    { done: done === 'true' },
    { topics: [SHEETS_TOPIC], keepPrevious: true },
  )
  return (
    <Page
      title={m.tasks}
      lead={m.tasksLead}
      width="full"
      actions={
        <Switch
          label={m.showDone}
          checked={done === 'true'}
          onChange={(event) => setFilter({ done: event.currentTarget.checked ? 'true' : undefined })}
        />
      }
    >
      <Loaded query={tasks} lines={6}>
        {({ tasks: rows }) => (
          <>
            <Text aria-live="polite">
              {m.tasksCount(
                formatNumber(rows.filter((row) => isOpen(row) && row.overdue).length),
                formatNumber(rows.filter(isOpen).length),
              )}
            </Text>
            <DataTable
              label={m.tasks}
              rows={rows}
              rowKey={addressOfTask}
              onOpen={(row) => goTo(addressOfTask(row))}
              phone="cards"
              height={640}
              empty={<EmptyState title={m.nothingToDo} body={m.nothingToDoBody} />}
              columns={[
                {
                  key: 'form',
                  label: m.form,
                  width: 300,
                  sortBy: (row) => say(row.form.name),
                  cell: (row) => <LinkTo to={addressOfTask(row)}>{say(row.form.name)}</LinkTo>,
                },
                {
                  key: 'unit',
                  label: m.unit,
                  width: 210,
                  sortBy: (row) => row.unit.name,
                  cell: (row) => row.unit.name,
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
                  key: 'due',
                  label: m.dueOn,
                  width: 260,
                  sortBy: (row) => row.dueOn,
                  cell: (row) => <DueChip dueOn={row.dueOn} isOpen={isOpen(row)} />,
                },
                {
                  key: 'status',
                  label: m.status,
                  width: 180,
                  sortBy: (row) => row.status,
                  cell: (row) => <SheetStatusChip status={row.status} />,
                },
                {
                  key: 'filled',
                  label: m.filled,
                  width: 90,
                  align: 'end',
                  cell: (row) => m.filledOf(formatNumber(row.filled), formatNumber(row.expected)),
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** The page of a form's unit and period. */
export function addressOfTask({ form, unit, period }: Pick<Task, 'form' | 'unit' | 'period'>): string {
  return `/entry/${form.code}/${unit.id}/${period.key}`
}

function isOpen({ status }: Task): boolean {
  return status === 'none' || status === 'draft' || status === 'returned'
}
