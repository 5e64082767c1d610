import { Group, Stack, Text } from '@mantine/core'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { en } from './counting-messages.en.ts'
import { vi } from './counting-messages.vi.ts'

/** A cell of a table that counts procedures, or a count of an indicator of the index that does. */
export type ProceduresAsked =
  | { readonly kind: 'table'; readonly input: z.input<typeof contract.caseReportProcedures.input> }
  | { readonly kind: 'index'; readonly input: z.input<typeof contract.index766Procedures.input> }

type Row = z.output<typeof contract.index766Procedures.output>['procedures'][number]

/** The decisions on a procedure, each held against its day. */
function Records({ records }: { readonly records: NonNullable<Row['records']> }) {
  const m = useMessages({ vi, en })
  return (
    <Stack gap={4}>
      {records.map(({ decisionNumber, decisionOn, dueOn, doneOn, onTime }) => (
        <div key={`${decisionNumber} ${decisionOn}`}>
          <Text size="sm">
            {decisionNumber} ({formatDay(decisionOn)})
          </Text>
          <Group gap="xs">
            <Text size="xs">
              {m.decisionDue}: {dueOn === null ? '—' : formatDay(dueOn)} · {m.decisionDone}:{' '}
              {doneOn === null ? m.notDoneYet : formatDay(doneOn)}
            </Text>
            <StatusChip tone={onTime === null ? 'neutral' : onTime ? 'good' : 'bad'}>
              {onTime === null ? m.notJudged : onTime ? m.inTime : m.late}
            </StatusChip>
          </Group>
        </div>
      ))}
    </Stack>
  )
}

/** The procedures behind a number. */
export function CountedProcedures({ asked }: { readonly asked: ProceduresAsked }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const table = useOperation(contract.caseReportProcedures, asked.kind === 'table' ? asked.input : null)
  const index = useOperation(contract.index766Procedures, asked.kind === 'index' ? asked.input : null)
  return (
    <Loaded query={asked.kind === 'table' ? table : index} lines={6}>
      {({ procedures, total }) => (
        <Stack gap="sm">
          <Text size="sm" c="dimmed" aria-live="polite">
            {m.procedureCount(formatNumber(total))}
          </Text>
          <DataTable
            label={m.procedures}
            rows={procedures}
            rowKey={({ code }) => code}
            height={560}
            empty={<EmptyState title={m.noProcedures} />}
            columns={[
              { key: 'code', label: m.procedureCode, width: 150, cell: ({ code }) => <code>{code}</code> },
              { key: 'name', label: m.procedure, cell: ({ name }) => say(name), sortBy: ({ name }) => say(name) },
              ...(procedures.some(({ records }) => records)
                ? [
                    {
                      key: 'records',
                      label: m.decision,
                      width: 300,
                      cell: ({ records = [] }: Row) => <Records records={records} />,
                    },
                  ]
                : []),
            ]}
          />
        </Stack>
      )}
    </Loaded>
  )
}
