import type { Mark } from '../draft.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { RowSpec } from '../table.ts'
import { table } from '../table.ts'
import { over } from '../totals.ts'

const FUNDS = ['Vốn ngân sách trung ương', 'Vốn ngân sách tỉnh', 'Vốn ngân sách cấp huyện, xã'] as const
const PROJECTS = [
  'Đường Hàng Điều (đoạn từ Hòa Bình đến đường 3/2)',
  'Cải tạo, nâng cấp Trường THCS Châu Thành',
  'Hạ tầng khu tái định cư 10ha trong khu 58ha phường 10',
  'Trạm y tế phường Thắng Nhất',
  'Kè chống sạt lở bờ biển đoạn qua xã Phước Hải',
  'Hệ thống thoát nước đường 30/4',
  'Trụ sở Công an xã Long Sơn',
  'Nâng cấp đường Cầu Cháy giai đoạn 2',
] as const

type Money = { readonly invested: Mark; readonly plan: Mark; readonly paid: Mark; readonly spent: Mark }

/** Public investment by fund and project: codes, years of work, decisions in cells, money paid so far that may exceed the year's plan. */
export function investment(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Tình hình thực hiện, giải ngân kế hoạch vốn đầu tư công')
  const decimals = chance.pick([0, 1, 2])
  const year = frame.period.year
  const formula = chance.yes(0.6)
  const groups = chance.some(FUNDS, chance.int(2, 3)).map((name, index) => {
    const projects = chance
      .some(PROJECTS, chance.int(2, 5))
      .map((project) => ({ project, money: moneyOf(make, decimals) }))
    const sums = totalOf(
      make,
      projects.map(({ money }) => money),
      'subtotal',
    )
    const rows: RowSpec[] = projects.map(({ project, money }, at) => ({
      cells: {
        tt: String(at + 1),
        name: project,
        code: String(chance.int(7_500_000, 8_100_000)),
        years: `${year - chance.int(1, 3)}-${year + chance.int(0, 2)}`,
        decision: `${chance.int(200, 4000)}/QĐ-UBND; ${chance.int(10, 28)}/${chance.int(3, 12)}/${year - 3}`,
        ...money,
        share: make.ratio(money.spent, money.plan),
      },
    }))
    return {
      sums,
      rows: [
        {
          kind: 'section' as const,
          cells: { tt: ['I', 'II', 'III'][index] ?? '', name, ...sums, share: make.ratio(sums.spent, sums.plan) },
        },
        ...rows,
      ],
    }
  })
  const all = totalOf(
    make,
    groups.map(({ sums }) => sums),
    'sum',
  )
  const total: RowSpec = { kind: 'total', cells: { name: 'TỔNG CỘNG', ...all, share: make.ratio(all.spent, all.plan) } }
  make.say(`Đơn vị tính: ${decimals === 0 ? 'triệu đồng' : 'tỷ đồng'}`)
  table(make, {
    title: `Phụ lục I. Chi tiết giải ngân kế hoạch vốn đầu tư công năm ${year}`,
    unnumbered: ['tt', 'name', 'code', 'years', 'decision'],
    numbered: formula,
    columns: [
      { key: 'tt', title: 'TT' },
      { key: 'name', title: 'Danh mục dự án' },
      { key: 'code', title: 'Mã dự án' },
      { key: 'years', title: 'Thời gian KC-HT' },
      { key: 'decision', title: 'Quyết định đầu tư (số; ngày, tháng, năm)' },
      { key: 'invested', title: 'Tổng mức đầu tư' },
      { key: 'paid', title: `Lũy kế vốn đã bố trí đến hết năm ${year - 1}` },
      { key: 'plan', title: `Kế hoạch vốn năm ${year}` },
      { key: 'spent', title: 'Giải ngân đến kỳ báo cáo' },
      { key: 'share', title: 'Tỷ lệ giải ngân (%)', ...(formula ? { formula: over(make, 'spent', 'plan') } : {}) },
    ],
    rows: chance.yes(0.6)
      ? [total, ...groups.flatMap(({ rows }) => rows)]
      : [...groups.flatMap(({ rows }) => rows), total],
  })
  const share = make.ratio(all.spent, all.plan, { sign: true })
  if (share)
    make.say(
      'Lũy kế giải ngân đến kỳ báo cáo là ',
      make.again(all.spent),
      `/`,
      make.again(all.plan),
      ` ${decimals === 0 ? 'triệu đồng' : 'tỷ đồng'}, đạt `,
      share,
      ' kế hoạch.',
    )
  close(make, frame)
}

function moneyOf(make: Maker, decimals: number): Money {
  const { chance } = make
  const money = (value: number) =>
    decimals === 0
      ? make.count(Math.round(value))
      : make.amount(Math.round(value * 10 ** decimals) / 10 ** decimals, decimals)
  const size = decimals === 0 ? chance.int(9000, 600_000) : chance.int(90, 6000) / 10
  const plan = money(size * (chance.int(15, 45) / 100))
  return {
    invested: money(size),
    paid: money(size * (chance.int(10, 50) / 100)),
    plan,
    spent: money(plan.value * (chance.int(5, 100) / 100)),
  }
}

function totalOf(make: Maker, of: readonly Money[], kind: 'sum' | 'subtotal'): Money {
  const add = (key: keyof Money) =>
    make.sum(
      of.map((money) => money[key]),
      kind,
    )
  return { invested: add('invested'), paid: add('paid'), plan: add('plan'), spent: add('spent') }
}
