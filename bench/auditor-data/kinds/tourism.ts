import type { Mark } from '../draft.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { RowSpec } from '../table.ts'
import { table } from '../table.ts'
import { over } from '../totals.ts'

type Item = {
  readonly tt: string
  readonly name: string
  readonly unit: string
  readonly decimals: number
  readonly about: number
  readonly parts?: readonly string[]
  readonly among?: readonly string[]
}

const ITEMS: readonly Item[] = [
  {
    tt: '1',
    name: 'Tổng lượt khách',
    unit: 'Lượt',
    decimals: 0,
    about: 900_000,
    parts: ['Khách quốc tế', 'Khách nội địa'],
  },
  { tt: '2', name: 'Khách lưu trú', unit: 'Lượt', decimals: 0, about: 300_000, among: ['Khách quốc tế lưu trú'] },
  { tt: '3', name: 'Doanh thu du lịch', unit: 'Tỷ đồng', decimals: 1, about: 4200 },
  {
    tt: '4',
    name: 'Tổng mức bán lẻ hàng hóa',
    unit: 'Tỷ đồng',
    decimals: 1,
    about: 38_000,
    parts: ['Khu vực trong nước', 'Khu vực có vốn đầu tư nước ngoài'],
  },
  {
    tt: '5',
    name: 'Kim ngạch xuất khẩu',
    unit: 'Triệu USD',
    decimals: 2,
    about: 780,
    among: ['Hải sản', 'Hàng dệt may'],
  },
  { tt: '6', name: 'Công suất buồng phòng bình quân', unit: '%', decimals: 1, about: 62 },
  { tt: '7', name: 'Sản lượng khai thác hải sản', unit: 'Tấn', decimals: 0, about: 84_000 },
  { tt: '8', name: 'Diện tích gieo trồng', unit: 'Ha', decimals: 1, about: 5400 },
  { tt: '9', name: 'Chỉ số giá tiêu dùng bình quân (CPI)', unit: '%', decimals: 2, about: 103 },
]

type Trio = { readonly plan: Mark; readonly before: Mark; readonly now: Mark; readonly month: Mark }

/** Tourism and trade: every line has a unit of its own, "lũy kế" beside the month, growth that falls, plans surpassed. */
export function tourism(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Tình hình phát triển thương mại, dịch vụ, du lịch')
  make.say('Chi tiết các chỉ tiêu chủ yếu như sau:')
  const chosen = ITEMS.filter(({ tt }) => tt === '1' || chance.yes(0.7))
  const made = chosen.map((item, index) => itemRows(make, item, index + 1))
  table(make, {
    title: 'Phụ lục: Một số chỉ tiêu thương mại, dịch vụ, du lịch',
    unnumbered: ['tt', 'name', 'unit'],
    columns: [
      { key: 'tt', title: 'TT' },
      { key: 'name', title: 'Chỉ tiêu' },
      { key: 'unit', title: 'Đơn vị tính' },
      { key: 'plan', title: `Kế hoạch năm ${frame.period.year}` },
      { key: 'before', title: 'Cùng kỳ năm trước' },
      { key: 'month', title: 'Ước tháng báo cáo' },
      { key: 'now', title: 'Lũy kế từ đầu năm' },
      {
        title: 'Tỷ lệ (%)',
        of: [
          { key: 'ofPlan', title: 'So kế hoạch', formula: over(make, 'now', 'plan') },
          { key: 'change', title: 'Tăng, giảm so cùng kỳ' },
        ],
      },
    ],
    rows: made.flatMap(({ rows }) => rows),
  })
  const visitors = made[0]
  if (visitors && chance.yes(0.8)) narrate(make, visitors.trio)
  close(make, frame)
}

function itemRows(make: Maker, item: Item, order: number): { readonly rows: RowSpec[]; readonly trio: Trio } {
  if (item.parts) {
    const parts = item.parts.map((name) => ({ name, trio: trioOf(make, item.about / 2, item.decimals, item.unit) }))
    const sum = (of: (trio: Trio) => Mark) =>
      make.sum(
        parts.map(({ trio }) => of(trio)),
        'subtotal',
      )
    const trio = {
      plan: sum(({ plan }) => plan),
      before: sum(({ before }) => before),
      now: sum(({ now }) => now),
      month: sum(({ month }) => month),
    }
    const rows = parts.map(({ name, trio: part }) => rowOf(make, '-', name, item.unit, part))
    return { rows: [rowOf(make, String(order), item.name, item.unit, trio), ...rows], trio }
  }
  const trio = trioOf(make, item.about, item.decimals, item.unit)
  const among = (item.among ?? []).map((name, index) => {
    const part = (of: Mark) => {
      const value = of.value * (make.chance.int(6, 30) / 100)
      const mark =
        item.decimals === 0 ? make.count(Math.round(value)) : make.amount(Math.round(value * 100) / 100, item.decimals)
      make.part(mark, of)
      return mark
    }
    return rowOf(make, '', `${index === 0 ? 'Trong đó: ' : '            '}${name}`.trim(), item.unit, {
      plan: part(trio.plan),
      before: part(trio.before),
      now: part(trio.now),
      month: part(trio.month),
    })
  })
  return { rows: [rowOf(make, String(order), item.name, item.unit, trio), ...among], trio }
}

function trioOf(make: Maker, about: number, decimals: number, unit: string): Trio {
  const { chance } = make
  const mark = (value: number) => {
    const shown = Math.round(value * 10 ** decimals) / 10 ** decimals
    return decimals === 0 ? make.count(shown) : make.amount(shown, decimals)
  }
  const spread =
    unit === '%' ? () => about * (chance.int(970, 1040) / 1000) : () => about * (chance.int(700, 1300) / 1000)
  const plan = mark(spread())
  const now = mark(unit === '%' ? spread() : plan.value * (chance.int(52, chance.yes(0.3) ? 135 : 98) / 100))
  return {
    plan,
    before: mark(unit === '%' ? spread() : now.value * (chance.int(80, 125) / 100)),
    now,
    month: mark(unit === '%' ? spread() : now.value * (chance.int(7, 15) / 100)),
  }
}

function rowOf(make: Maker, tt: string, name: string, unit: string, { plan, before, now, month }: Trio): RowSpec {
  // Of percentages nobody gives a percentage of the plan; those cells are blank or crossed.
  const derived =
    unit === '%'
      ? { ofPlan: make.chance.pick(['', 'x', '-']), change: '' }
      : { ofPlan: make.ratio(now, plan, { decimals: 1 }), change: make.growth(now, before, { decimals: 1 }) }
  return { kind: 'data', cells: { tt, name, unit, plan, before, now, month, ...derived } }
}

function narrate(make: Maker, { now, before, plan }: Trio): void {
  const { chance } = make
  const change = make.growth(now, before, { sign: true, decimals: 1 })
  const share = make.ratio(now, plan, { sign: true, decimals: 1 })
  if (!change || !share) return
  const fell = change.value < 0
  const size = { ...change, value: Math.abs(change.value), spot: null, at: null }
  make.relate(
    'same',
    size,
    [change, now, before],
    () =>
      size.instead === null &&
      Math.abs(Math.abs(((now.value - before.value) / before.value) * 100) - size.value) <= 0.11,
  )
  make.say(
    'Lũy kế từ đầu năm đón ',
    make.again(now),
    ` lượt khách, ${fell ? 'giảm' : 'tăng'} `,
    size,
    ' so với cùng kỳ, đạt ',
    share,
    ' kế hoạch năm.',
  )
  if (chance.yes(0.5))
    make.say(
      `Riêng dịp nghỉ lễ 30/4 và 01/5 đón khoảng ${chance.int(20, 90)} nghìn lượt khách, công suất phòng đạt ${chance.int(85, 98)}%.`,
    )
}
