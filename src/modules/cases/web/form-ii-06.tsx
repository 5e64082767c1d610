import { Alert, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Figure } from '#ui/figure.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { useOperation } from '#ui/query.ts'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { daysOf } from './asked-days.ts'
import { CountedCases } from './counted-cases.tsx'
import { en } from './counting-messages.en.ts'
import { vi } from './counting-messages.vi.ts'
import type { CountingView } from './counting-view.ts'

type Row = z.output<typeof contract.FormRow>
type Form = z.output<typeof contract.formII06.output>
type Opened = { readonly row: Row; readonly column: (typeof contract.II06_COLUMNS)[number] }

/** Form II.06 by field, with its identities proved under it. */
export function FormII06({ view }: { readonly view: CountingView }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const form = useOperation(contract.formII06, daysOf(view), {
    topics: ['indicators.figures'],
    keepPrevious: true,
  })
  const groupOf = (column: string) => (Number(column) < 7 ? m.received : Number(column) < 11 ? m.finished : m.open)
  const [opened, setOpened] = useState<Opened | null>(null)
  return (
    <Loaded query={form} lines={8}>
      {({ days, unit: of, rows, total, checks, incomplete }) => (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {say(days.label)} · {m.structureOn(formatDay(days.structureDay))}
          </Text>
          {incomplete && <Alert color="warning">{m.incomplete}</Alert>}
          <DataTable
            label={m.formII06}
            rows={rows.length > 0 ? [...rows, total] : []}
            rowKey={({ fieldCode }) => fieldCode ?? 'total'}
            height={640}
            empty={<EmptyState title={m.noCases} />}
            columns={[
              {
                key: 'field',
                label: m.field,
                width: 220,
                pinned: true,
                cell: (row: Row) => (row.fieldCode === null ? <strong>{m.total}</strong> : say(row.name)),
              },
              ...contract.II06_COLUMNS.map((column) => ({
                key: column,
                label: m.ii06[column],
                group: groupOf(column),
                width: 105,
                align: 'end' as const,
                cell: (row: Row) => <CellOf row={row} column={column} onOpen={() => setOpened({ row, column })} />,
              })),
            ]}
          />
          <Group component="section" gap="xs" aria-label={m.checks}>
            {checks.map(({ formula, holds, failing }) => (
              <StatusChip key={formula} tone={holds ? 'good' : 'bad'}>
                {formula}: {holds ? m.holds : m.fails(failing.join(', '))}
              </StatusChip>
            ))}
          </Group>
          <Behind days={days} unit={of} opened={opened} onClose={() => setOpened(null)} />
        </Stack>
      )}
    </Loaded>
  )
}

function CellOf({ row, column, onOpen, large }: Opened & { readonly onOpen?: () => void; readonly large?: boolean }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <Figure
      label={`${m.ii06[column]}, ${say(row.name)}`}
      size={large ? 'large' : 'cell'}
      value={row.counts[column]}
      decimals={0}
      {...(onOpen && { onOpen })}
    />
  )
}

type BehindProps = Pick<Form, 'days' | 'unit'> & { readonly opened: Opened | null; readonly onClose: () => void }

/** The cases that a cell counts. */
function Behind({ days, unit, opened, onClose }: BehindProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <SideDrawer opened={opened !== null} title={m.behind} onClose={onClose} width={820}>
      {opened && (
        <Stack gap="md">
          <div>
            <Text fw={600}>
              {say(opened.row.name)}: {m.ii06[opened.column]}
            </Text>
            <Text size="sm" c="dimmed">
              {unit.name} · {say(days.label)}
            </Text>
          </div>
          <CellOf {...opened} large />
          <CountedCases
            key={`${opened.row.fieldCode} ${opened.column}`}
            asked={{
              kind: 'form',
              input: {
                unitId: unit.unitId,
                column: opened.column,
                ...(opened.row.fieldCode !== null && { field: opened.row.fieldCode }),
                ...(days.period ? { period: days.period } : { from: days.from, to: days.to }),
                regime: days.regime,
                structureDay: days.structureDay,
              },
            }}
          />
        </Stack>
      )}
    </SideDrawer>
  )
}
