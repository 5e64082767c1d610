import { useState } from 'react'
import { Chart } from '#ui/chart.tsx'
import { DaySlider } from '#ui/day-slider.tsx'
import { Section } from '#ui/page.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { TreeView } from '#ui/tree-view.tsx'
import classes from './gallery.module.css'

const MONTHS = Array.from({ length: 9 }, (_, month) => `Tháng ${month + 1}`)

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
  const [unit, setUnit] = useState('tt')
  const [day, setDay] = useState('2023-09-14')
  return (
    <div className={classes.grid}>
      <Section title="Biểu đồ cột và đường">
        <Chart
          label="Hồ sơ theo tháng, 2023"
          unit="hồ sơ"
          categories={MONTHS}
          series={[
            { name: 'Tiếp nhận', kind: 'bar', values: [4102, 3881, 5120, 4987, 5230, 5411, 5630, 5502, 5853] },
            { name: 'Đã giải quyết', kind: 'bar', values: [3990, 3902, 4988, 5001, 5102, 5387, 5544, 5498, 5513] },
            { name: 'Trực tuyến', kind: 'line', values: [2100, 2230, 2981, 3120, 3402, 3577, 3902, 4011, null] },
          ]}
          target={{ label: 'Chỉ tiêu 5.000', value: 5000 }}
        />
      </Section>
      <Section title="Biểu đồ nằm">
        <Chart
          lying
          label="Tỷ lệ đúng hạn theo phường"
          unit="%"
          decimals={2}
          categories={['Phường Thắng Tam', 'Phường Rạch Dừa', 'Phường Nguyễn An Ninh', 'Xã Long Sơn']}
          series={[{ name: 'Đúng hạn', kind: 'bar', values: [99.12, 98.27, 97.4, 88.05] }]}
          target={{ label: '95%', value: 95 }}
        />
      </Section>
      <Section title="Cây đơn vị">
        <TreeView
          label="Đơn vị hành chính"
          nodes={NODES}
          expanded={['tinh', 'tp']}
          selected={unit}
          onSelect={setUnit}
          mark={(node) => node.id === 'ls' && <StatusChip tone="warning">Thiếu 1 báo cáo</StatusChip>}
        />
      </Section>
      <Section title="Dòng thời gian">
        <DaySlider
          label="Cây ngày"
          from="2003-01-01"
          to="2026-12-31"
          value={day}
          onChange={setDay}
          marks={[
            { day: '2003-01-01', label: 'Thành lập' },
            { day: '2025-07-01', label: 'Sáp nhập 17 → 5' },
          ]}
        />
      </Section>
    </div>
  )
}
