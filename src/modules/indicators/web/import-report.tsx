import { SimpleGrid, Stack, Text } from '@mantine/core'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useMessages } from '#ui/language.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type * as contract from '../contract.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'

type Report = z.output<typeof contract.importObservations.output>

/** What an import would do or has done: counts, and every wrong cell with its row, column and reason. */
export function ImportReport({ report }: { readonly report: Report }) {
  const m = useMessages({ vi, en })
  const say = useProblemText()
  const counts = [
    [m.importRead, report.values],
    [m.importAccepted, report.accepted],
    [m.importCreated, report.created],
    [m.importChanged, report.changed],
    [m.importUnchanged, report.unchanged],
    [m.importRefused, report.refused],
  ] as const
  return (
    <Stack gap="md">
      <SimpleGrid component="dl" cols={{ base: 2, sm: 3, md: 6 }} m={0} aria-live="polite">
        {counts.map(([label, count]) => (
          <div key={label}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} fw={700} size="lg">
              {formatNumber(count)}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      {report.refused === 0 ? (
        <div>
          <StatusChip tone="good">{m.noConflicts}</StatusChip>
        </div>
      ) : (
        <>
          {report.conflicts.length < report.refused && (
            <Text size="sm" c="dimmed">
              {m.conflictsShown(formatNumber(report.conflicts.length), formatNumber(report.refused))}
            </Text>
          )}
          <DataTable
            label={m.conflicts}
            rows={report.conflicts.map((conflict, place) => ({ ...conflict, place }))}
            rowKey={(row) => `${row.place}`}
            phone="cards"
            height={460}
            columns={[
              {
                key: 'row',
                label: m.conflictRow,
                align: 'end',
                width: 80,
                sortBy: (row) => row.row,
                cell: (row) => (row.row === 0 ? m.conflictWhole : formatNumber(row.row)),
              },
              {
                key: 'column',
                label: m.conflictColumn,
                width: 70,
                sortBy: (row) => row.column,
                cell: (row) => row.column,
              },
              { key: 'text', label: m.conflictText, width: 180, cell: (row) => row.text },
              {
                key: 'why',
                label: m.conflictWhy,
                width: 460,
                sortBy: (row) => row.code,
                cell: (row) => say.detail({ path: '', code: row.code, message: '', values: row.values }),
              },
            ]}
          />
        </>
      )}
    </Stack>
  )
}
