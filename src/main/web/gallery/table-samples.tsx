import { Stack } from '@mantine/core'
import { useMemo } from 'react'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { Figure } from '#ui/figure.tsx'
import { HeatMap } from '#ui/heat-map.tsx'
import { type Messages, useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { TargetChip, type TargetStatus } from '#ui/target-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import { en, vi } from './messages.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly received: number
  readonly settled: number
  readonly onTime: number
}

const STATES: readonly TargetStatus[] = ['met', 'near', 'missed']
const WARDS = ['Phường 1', 'Phường Thắng Tam', 'Phường Rạch Dừa', 'Phường Thắng Nhất', 'Xã Long Sơn']

export function TableSamples() {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const rows = useMemo(() => sampleRows(10_000), [])
  const columns: readonly Column<Row>[] = [
    { key: 'name', label: m.unit, width: 220, pinned: true, cell: (row) => row.name, sortBy: (row) => row.name },
    {
      key: 'received',
      label: m.receivedShort,
      group: m.filesGroup,
      width: 120,
      align: 'end',
      cell: (row) => (
        <Figure
          size="cell"
          label={`${row.name}, ${m.receivedShort}`}
          value={row.received}
          onOpen={() => toast.good(row.name)}
        />
      ),
      sortBy: (row) => row.received,
    },
    {
      key: 'settled',
      label: m.settledShort,
      group: m.filesGroup,
      width: 120,
      align: 'end',
      cell: (row) => <Figure size="cell" label={`${row.name}, ${m.settledShort}`} value={row.settled} />,
      sortBy: (row) => row.settled,
    },
    {
      key: 'rate',
      label: m.inTimeShort,
      group: m.resultGroup,
      width: 110,
      align: 'end',
      cell: (row) => (
        <Figure
          size="cell"
          label={`${row.name}, ${m.inTimeShort}`}
          form="percent"
          numerator={row.onTime}
          denominator={row.settled}
        />
      ),
      sortBy: (row) => row.onTime / row.settled,
    },
    {
      key: 'state',
      label: m.targets,
      group: m.resultGroup,
      width: 170,
      cell: (row) => <TargetChip status={STATES[row.received % 3] ?? 'unknown'} />,
    },
  ]
  return (
    <Stack gap="var(--hd-gap)">
      <Section title={m.tenThousand}>
        <DataTable
          label={m.filesByUnit}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={(row) => toast.good(row.name)}
          height={460}
          phone="cards"
        />
      </Section>
      <Section title={m.empty}>
        <DataTable label={m.noRows} columns={columns} rows={[]} rowKey={(row) => row.id} />
      </Section>
      <Section title={m.loading}>
        <DataTable label={m.loading} columns={columns} rows={[]} rowKey={(row) => row.id} state="loading" />
      </Section>
      <Section title={m.completeness}>
        <HeatMap
          label={m.monthly}
          rowHead={m.unit}
          rows={WARDS.map((label) => ({ key: label, label }))}
          columns={Array.from({ length: 12 }, (_, month) => ({ key: String(month), label: `T${month + 1}` }))}
          cell={(row, column) => heatCell(m, row, Number(column))}
          legend={[
            { tone: 'good', text: '✓', label: m.reported },
            { tone: 'neutral', text: '0', label: m.zero },
            { tone: 'bad', text: '…', label: m.missing },
            { tone: 'none', text: '·', label: m.notDue },
          ]}
        />
      </Section>
      <Section title={m.degree}>
        <HeatMap
          label={m.byUnit}
          rows={WARDS.map((label) => ({ key: label, label }))}
          columns={[0, 1, 2, 3, 4].map((step) => ({ key: String(step), label: String(2021 + step) }))}
          cell={(row, column) => {
            const step = ((row.length + Number(column)) % 5) as 0 | 1 | 2 | 3 | 4
            return { tone: step, text: `${60 + step * 10}%`, label: `${row}: ${60 + step * 10}%` }
          }}
        />
      </Section>
    </Stack>
  )
}

function heatCell(m: Messages<typeof vi>, row: string, month: number) {
  if (month > 8) return { tone: 'none', text: '·', label: `${row}, ${m.month(month + 1)}: ${m.notDue}` } as const
  const sign = (row.length * 7 + month * 3) % 11
  if (sign === 0)
    return { tone: 'bad', text: '…', label: `${row}, ${m.month(month + 1)}: ${m.missing}`, to: '/gallery' } as const
  if (sign === 1) return { tone: 'neutral', text: '0', label: `${row}, ${m.month(month + 1)}: ${m.zero}` } as const
  return { tone: 'good', text: '✓', label: `${row}, ${m.month(month + 1)}: ${m.reported}`, to: '/gallery' } as const
}

function sampleRows(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, index) => {
    const received = 120 + ((index * 7919) % 4600)
    const settled = received - (index % 17)
    return {
      id: String(index),
      name: `${WARDS[index % WARDS.length]} · tổ ${index + 1}`,
      received,
      settled,
      onTime: settled - (index % 29),
    }
  })
}
