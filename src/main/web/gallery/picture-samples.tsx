import { useState } from 'react'
import { Chart } from '#ui/chart.tsx'
import { DaySlider } from '#ui/day-slider.tsx'
import { useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { TreeView } from '#ui/tree-view.tsx'
import classes from './gallery.module.css'
import { en, vi } from './messages.ts'

const NODES = [
  {
    id: 'tinh',
    label: 'Tỉnh Bà Rịa – Vũng Tàu',
    aside: '77',
    children: [
      {
        id: 'tp',
        label: 'Thành phố Vũng Tàu',
        aside: '747',
        children: [
          { id: 'p1', label: 'Phường 1', aside: '26506' },
          { id: 'tt', label: 'Phường Thắng Tam', aside: '26509' },
          { id: 'ls', label: 'Xã Long Sơn', aside: '26545' },
        ],
      },
      { id: 'br', label: 'Thành phố Bà Rịa', aside: '748' },
    ],
  },
]

export function PictureSamples() {
  const m = useMessages({ vi, en })
  const [unit, setUnit] = useState('tt')
  const [day, setDay] = useState('2023-09-14')
  return (
    <div className={classes.grid}>
      <Section title={m.barsAndLine}>
        <Chart
          label={m.filesByMonth}
          unit={m.files}
          categories={Array.from({ length: 9 }, (_, month) => m.month(month + 1))}
          series={[
            { name: m.receivedShort, kind: 'bar', values: [4102, 3881, 5120, 4987, 5230, 5411, 5630, 5502, 5853] },
            { name: m.settledShort, kind: 'bar', values: [3990, 3902, 4988, 5001, 5102, 5387, 5544, 5498, 5513] },
            { name: m.online, kind: 'line', values: [2100, 2230, 2981, 3120, 3402, 3577, 3902, 4011, null] },
          ]}
          target={{ label: m.target5000, value: 5000 }}
        />
      </Section>
      <Section title={m.lying}>
        <Chart
          lying
          label={m.rateByWard}
          unit="%"
          decimals={2}
          categories={['Phường Thắng Tam', 'Phường Rạch Dừa', 'Phường Nguyễn An Ninh', 'Xã Long Sơn']}
          series={[{ name: m.inTimeShort, kind: 'bar', values: [99.12, 98.27, 97.4, 88.05] }]}
          target={{ label: '95%', value: 95 }}
        />
      </Section>
      <Section title={m.tree}>
        <TreeView
          label={m.units}
          nodes={NODES}
          expanded={['tinh', 'tp']}
          selected={unit}
          onSelect={setUnit}
          mark={(node) => node.id === 'ls' && <StatusChip tone="warning">{m.oneMissing}</StatusChip>}
        />
      </Section>
      <Section title={m.time}>
        <DaySlider
          label={m.treeDay}
          from="2003-01-01"
          to="2026-12-31"
          value={day}
          onChange={setDay}
          marks={[
            { day: '2003-01-01', label: m.founded },
            { day: '2025-07-01', label: m.merger },
          ]}
        />
      </Section>
    </div>
  )
}
