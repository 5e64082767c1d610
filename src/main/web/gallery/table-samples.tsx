import { Stack } from '@mantine/core'
import { useMemo } from 'react'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { Figure } from '#ui/figure.tsx'
import { HeatMap } from '#ui/heat-map.tsx'
import { Section } from '#ui/page.tsx'
import { TargetChip, type TargetStatus } from '#ui/target-chip.tsx'
import { useToast } from '#ui/toast.tsx'

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
  const toast = useToast()
  const rows = useMemo(() => sampleRows(10_000), [])
  const columns: readonly Column<Row>[] = [
    { key: 'name', label: 'Đơn vị', width: 220, pinned: true, cell: (row) => row.name, sortBy: (row) => row.name },
    {
      key: 'received',
      label: 'Tiếp nhận',
      group: 'Hồ sơ',
      width: 120,
      align: 'end',
      cell: (row) => (
        <Figure size="cell" label={`${row.name}, tiếp nhận`} value={row.received} onOpen={() => toast.good(row.name)} />
      ),
      sortBy: (row) => row.received,
    },
    {
      key: 'settled',
      label: 'Đã giải quyết',
      group: 'Hồ sơ',
      width: 120,
      align: 'end',
      cell: (row) => <Figure size="cell" label={`${row.name}, đã giải quyết`} value={row.settled} />,
      sortBy: (row) => row.settled,
    },
    {
      key: 'rate',
      label: 'Đúng hạn',
      group: 'Kết quả',
      width: 110,
      align: 'end',
      cell: (row) => (
        <Figure
          size="cell"
          label={`${row.name}, đúng hạn`}
          form="percent"
          numerator={row.onTime}
          denominator={row.settled}
        />
      ),
      sortBy: (row) => row.onTime / row.settled,
    },
    {
      key: 'state',
      label: 'Chỉ tiêu',
      group: 'Kết quả',
      width: 170,
      cell: (row) => <TargetChip status={STATES[row.received % 3] ?? 'unknown'} />,
    },
  ]
  return (
    <Stack gap="var(--hd-gap)">
      <Section title="10.000 dòng">
        <DataTable
          label="Hồ sơ theo đơn vị"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={(row) => toast.good(row.name)}
          height={460}
          phone="cards"
        />
      </Section>
      <Section title="Trống">
        <DataTable label="Không có dòng" columns={columns} rows={[]} rowKey={(row) => row.id} />
      </Section>
      <Section title="Đang tải">
        <DataTable label="Đang tải" columns={columns} rows={[]} rowKey={(row) => row.id} state="loading" />
      </Section>
      <Section title="Đầy đủ của báo cáo">
        <HeatMap
          label="Tình trạng báo cáo theo tháng"
          rowHead="Đơn vị"
          rows={WARDS.map((label) => ({ key: label, label }))}
          columns={Array.from({ length: 12 }, (_, month) => ({ key: String(month), label: `T${month + 1}` }))}
          cell={(row, column) => heatCell(row, Number(column))}
          legend={[
            { tone: 'good', text: '✓', label: 'Đã báo cáo' },
            { tone: 'neutral', text: '0', label: 'Báo cáo bằng 0' },
            { tone: 'bad', text: '–', label: 'Chưa báo cáo' },
            { tone: 'none', text: '·', label: 'Chưa đến hạn' },
          ]}
        />
      </Section>
      <Section title="Mức độ">
        <HeatMap
          label="Mức độ theo đơn vị"
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

function heatCell(row: string, month: number) {
  if (month > 8) return { tone: 'none', text: '·', label: `${row}, tháng ${month + 1}: chưa đến hạn` } as const
  const sign = (row.length * 7 + month * 3) % 11
  if (sign === 0)
    return { tone: 'bad', text: '–', label: `${row}, tháng ${month + 1}: chưa báo cáo`, to: '/gallery' } as const
  if (sign === 1) return { tone: 'neutral', text: '0', label: `${row}, tháng ${month + 1}: bằng 0` } as const
  return { tone: 'good', text: '✓', label: `${row}, tháng ${month + 1}: đã báo cáo`, to: '/gallery' } as const
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
