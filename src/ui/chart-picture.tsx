import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { type ChartInput, chartOption } from './chart-option.ts'

use([
  BarChart,
  LineChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
])

type Props = { readonly label: string; readonly height: number; readonly options: ChartInput }

/** ECharts on the page; loaded only when the first chart is shown. */
export function ChartPicture({ label, height, options }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const drawn = JSON.stringify(options)
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current, null, { renderer: 'svg' })
    chart.setOption(chartOption(JSON.parse(drawn) as ChartInput))
    // ECharts words its own English description; ours is the caption.
    box.current.setAttribute('aria-label', label)
    box.current.setAttribute('role', 'img')
    const watcher = new ResizeObserver(() => chart.resize())
    watcher.observe(box.current)
    return () => {
      watcher.disconnect()
      chart.dispose()
    }
  }, [drawn, label])
  return <div ref={box} style={{ height, width: '100%' }} />
}
