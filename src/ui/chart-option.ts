import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { formatNumber } from '#kernel/number.ts'
import { scales, surfaces } from './colours.ts'
import { dataColours } from './palette.ts'

export type ChartSeries = {
  readonly name: string
  readonly kind: 'bar' | 'line'
  /** One per category; null leaves a gap. */
  readonly values: readonly (number | null)[]
  /** Where the colour says something: good and bad look like themselves, `none` like nothing. */
  readonly tone?: 'good' | 'warning' | 'bad' | 'none'
}

export type ChartInput = {
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly scheme: 'light' | 'dark'
  readonly lying: boolean
  readonly target?: { readonly label: string; readonly value: number }
  readonly decimals?: number
}

type Option = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
  | AriaComponentOption
  | MarkLineComponentOption
>

const HATCH = 'rgba(255, 255, 255, 0.32)'

/** Quiet patterns over the colours: none, rising, dots, falling; a second way to tell bars apart. */
const DECALS = [
  { symbol: 'none' },
  { symbol: 'rect', color: HATCH, symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  {
    symbol: 'circle',
    color: HATCH,
    symbolSize: 0.7,
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
  },
  { symbol: 'rect', color: HATCH, symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
]

/** What ECharts draws: our colours, our font, Vietnamese numbers, and a pattern beside each colour. */
export function chartOption(input: ChartInput): Option {
  const { categories, series, scheme, lying, decimals } = input
  const colours = surfaces[scheme]
  const many = series.length > 1
  const names = { type: 'category' as const, data: [...categories], axisTick: { show: false }, inverse: lying }
  const amounts = {
    type: 'value' as const,
    splitLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.dimmed, formatter: (value: number) => formatNumber(value) },
  }
  const words = { color: colours.dimmed, fontFamily: 'Be Vietnam Pro' }
  const namesAxis = {
    ...names,
    axisLine: { lineStyle: { color: colours['line-strong'] } },
    axisLabel: { ...words, hideOverlap: !lying },
  }
  return {
    color: [...dataColours[scheme]],
    textStyle: { fontFamily: 'Be Vietnam Pro', color: colours.text },
    animationDuration: 300,
    aria: { enabled: true, decal: { show: many, decals: [...DECALS] } },
    grid: { left: 8, right: 24, top: many ? 44 : 16, bottom: lying && input.target ? 30 : 8, containLabel: true },
    ...(many && { legend: { top: 0, left: 0, textStyle: { color: colours.text }, itemWidth: 16, itemHeight: 11 } }),
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 13 },
      valueFormatter: (value) => (typeof value === 'number' ? formatNumber(value, decimals) : '—'),
    },
    xAxis: lying ? amounts : namesAxis,
    yAxis: lying ? namesAxis : amounts,
    series: series.map((one, place) => seriesOption(one, place, input)),
  }
}

function seriesOption(
  { name, kind, values, tone }: ChartSeries,
  place: number,
  input: ChartInput,
): BarSeriesOption | LineSeriesOption {
  const { target, lying, scheme } = input
  const colours = surfaces[scheme]
  const line = target &&
    place === 0 && {
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: colours.error, type: 'dashed' as const, width: 1.5 },
        label: {
          formatter: target.label,
          color: colours.error,
          fontWeight: 600,
          position: lying ? ('start' as const) : ('insideStartTop' as const),
          backgroundColor: colours.surface,
          padding: [2, 5],
          borderRadius: 4,
          rotate: 0,
        },
        data: [lying ? { xAxis: target.value } : { yAxis: target.value }],
      },
    }
  const shared = { name, data: [...values], ...line, ...(tone && { color: toneColour(tone, scheme) }) }
  if (kind === 'line') return { ...shared, type: 'line', symbolSize: 7, lineStyle: { width: 2.5 }, connectNulls: false }
  return { ...shared, type: 'bar', barMaxWidth: 34, itemStyle: { borderRadius: lying ? [0, 4, 4, 0] : [4, 4, 0, 0] } }
}

function toneColour(tone: NonNullable<ChartSeries['tone']>, scheme: 'light' | 'dark'): string {
  return scales[tone === 'none' ? 'gray' : tone][scheme === 'light' ? 6 : 4]
}
