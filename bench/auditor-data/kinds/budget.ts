import type { Mark } from '../draft.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { RowSpec } from '../table.ts'
import { table } from '../table.ts'
import { over } from '../totals.ts'

type Line = {
  readonly tt: string
  readonly name: string
  readonly lines?: readonly Line[]
  readonly among?: readonly string[]
}

const REVENUE: readonly Line[] = [
  {
    tt: 'I',
    name: 'Thu nội địa',
    lines: [
      { tt: '1', name: 'Thu từ khu vực doanh nghiệp nhà nước' },
      {
        tt: '2',
        name: 'Thu từ khu vực công thương nghiệp, ngoài quốc doanh',
        among: ['Thuế giá trị gia tăng', 'Thuế thu nhập doanh nghiệp'],
      },
      { tt: '3', name: 'Thuế thu nhập cá nhân' },
      { tt: '4', name: 'Lệ phí trước bạ' },
      { tt: '5', name: 'Các khoản thu về nhà, đất', among: ['Thu tiền sử dụng đất'] },
      { tt: '6', name: 'Thu phí, lệ phí' },
      { tt: '7', name: 'Thu khác ngân sách' },
    ],
  },
  {
    tt: 'II',
    name: 'Thu từ hoạt động xuất nhập khẩu',
    lines: [
      { tt: '1', name: 'Thuế xuất khẩu, nhập khẩu' },
      { tt: '2', name: 'Thuế giá trị gia tăng hàng nhập khẩu' },
    ],
  },
]

const SPENDING: readonly Line[] = [
  {
    tt: 'I',
    name: 'Chi đầu tư phát triển',
    lines: [
      { tt: '1', name: 'Chi đầu tư xây dựng cơ bản' },
      { tt: '2', name: 'Chi đầu tư từ nguồn thu tiền sử dụng đất' },
      { tt: '3', name: 'Chi đầu tư khác' },
    ],
  },
  {
    tt: 'II',
    name: 'Chi thường xuyên',
    lines: [
      { tt: '1', name: 'Chi sự nghiệp giáo dục – đào tạo' },
      { tt: '2', name: 'Chi sự nghiệp y tế', among: ['Chi mua thẻ bảo hiểm y tế'] },
      { tt: '3', name: 'Chi quản lý hành chính' },
      { tt: '4', name: 'Chi đảm bảo xã hội' },
      { tt: '5', name: 'Chi sự nghiệp kinh tế, môi trường' },
      { tt: '6', name: 'Chi khác ngân sách' },
    ],
  },
]

type Money = { readonly plan: Mark; readonly done: Mark; readonly before: Mark }

/** The budget in triệu đồng: estimate, done, last year's same period, shares far over 100, falls, lines "trong đó" that are not all. */
export function budget(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Tình hình thực hiện dự toán ngân sách nhà nước')
  const decimals = chance.pick([0, 1, 1, 3])
  const totals = chance.some([REVENUE, SPENDING], chance.int(1, 2)).map((tree) => oneTable(make, tree, decimals))
  const [first] = totals
  if (first && chance.yes(0.7)) {
    const share = make.ratio(first.money.done, first.money.plan, { sign: true })
    const change = make.ratio(first.money.done, first.money.before, { sign: true })
    make.say(
      `Tổng ${first.name} đến cuối kỳ thực hiện được `,
      make.again(first.money.done),
      ' triệu đồng',
      ...(share ? [', đạt ', share, ' dự toán năm'] : []),
      ...(change ? [', bằng ', change, ' so với cùng kỳ'] : []),
      '.',
    )
    if (chance.yes(0.5))
      make.say(
        `Một số khoản thu đạt cao so với dự toán (trên ${chance.int(105, 130)}%) do phát sinh khoản nộp đột biến một lần.`,
      )
  }
  close(make, frame)
}

function oneTable(make: Maker, tree: readonly Line[], decimals: number) {
  const { chance } = make
  const name = tree === REVENUE ? 'thu ngân sách nhà nước trên địa bàn' : 'chi ngân sách địa phương'
  const rows: RowSpec[] = []
  const groups = tree.map((group) => {
    const lines = (group.lines ?? []).map((line) => ({ line, money: leaf(make, decimals) }))
    const sums = added(
      make,
      lines.map(({ money }) => money),
      'subtotal',
    )
    rows.push(rowOf(make, group.tt, group.name, sums, 'section'))
    for (const { line, money } of lines) {
      rows.push(rowOf(make, line.tt, line.name, money, 'data'))
      for (const [index, among] of (line.among ?? []).entries())
        rows.push(rowOf(make, '-', `${index === 0 ? 'Trong đó: ' : ''}${among}`, within(make, money, decimals), 'data'))
    }
    return sums
  })
  const total = added(make, groups, 'sum')
  const line = rowOf(make, tree === REVENUE ? 'A' : 'B', `TỔNG ${name.toUpperCase()}`, total, 'total')
  const atTop = chance.yes(0.7)
  if (chance.yes(0.8)) make.say('Đơn vị tính: triệu đồng')
  table(make, {
    title: `Biểu số ${tree === REVENUE ? '01' : '02'}: Tình hình thực hiện ${name}`,
    columns: [
      { key: 'tt', title: 'STT' },
      { key: 'name', title: 'Nội dung' },
      { key: 'plan', title: 'Dự toán năm' },
      { key: 'done', title: 'Thực hiện trong kỳ' },
      { key: 'before', title: 'Thực hiện cùng kỳ năm trước' },
      {
        title: 'So sánh (%)',
        of: [
          { key: 'ofPlan', title: 'Dự toán', formula: over(make, 'done', 'plan') },
          { key: 'ofBefore', title: 'Cùng kỳ', formula: over(make, 'done', 'before') },
        ],
      },
    ],
    rows: atTop ? [line, ...rows] : [...rows, line],
  })
  return { name, money: total }
}

function leaf(make: Maker, decimals: number): Money {
  const { chance } = make
  const plan = chance.int(800, 420_000)
  const near = (value: number, from: number, to: number) => number(make, value * (chance.int(from, to) / 100), decimals)
  return {
    plan: number(make, plan, decimals),
    done: near(plan, 45, chance.yes(0.2) ? 240 : 98),
    before: near(plan, 40, 120),
  }
}

function number(make: Maker, about: number, decimals: number): Mark {
  const value = Math.round((about + make.chance.next()) * 10 ** decimals) / 10 ** decimals
  return decimals === 0 ? make.count(value) : make.amount(value, decimals)
}

/** A line of which only some of its parts are shown. */
function within(make: Maker, whole: Money, decimals: number): Money {
  const share = make.chance.int(8, 42) / 100
  const part = (of: Mark) => {
    const mark = number(make, of.value * share, decimals)
    make.part(mark, of)
    return mark
  }
  return { plan: part(whole.plan), done: part(whole.done), before: part(whole.before) }
}

function added(make: Maker, of: readonly Money[], kind: 'sum' | 'subtotal'): Money {
  return {
    plan: make.sum(
      of.map(({ plan }) => plan),
      kind,
    ),
    done: make.sum(
      of.map(({ done }) => done),
      kind,
    ),
    before: make.sum(
      of.map(({ before }) => before),
      kind,
    ),
  }
}

function rowOf(
  make: Maker,
  tt: string,
  name: string,
  { plan, done, before }: Money,
  kind: 'section' | 'data' | 'total',
): RowSpec {
  return {
    kind,
    cells: { tt, name, plan, done, before, ofPlan: make.ratio(done, plan), ofBefore: make.ratio(done, before) },
  }
}
