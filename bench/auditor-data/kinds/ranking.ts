import type { Mark } from '../draft.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { RowSpec } from '../table.ts'
import { table } from '../table.ts'
import { COMMUNES } from '../words.ts'

const PILLARS = [
  { key: 'aware', title: 'Nhận thức số', most: 100 },
  { key: 'law', title: 'Thể chế số', most: 150 },
  { key: 'base', title: 'Hạ tầng số', most: 100 },
  { key: 'people', title: 'Nhân lực số', most: 150 },
  { key: 'gov', title: 'Hoạt động chính quyền số', most: 250 },
  { key: 'society', title: 'Hoạt động kinh tế số, xã hội số', most: 250 },
] as const

/** Scores of the digital-transformation index: codes, ranks, telephone numbers, a line of the most points and a mean at the end. */
export function ranking(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Kết quả đánh giá, xếp hạng mức độ chuyển đổi số cấp xã')
  const units = chance.some(COMMUNES, chance.int(6, 14)).map((name) => {
    const scores = Object.fromEntries(
      PILLARS.map(({ key, most }) => [key, make.amount(Math.round(most * chance.int(5000, 9800)) / 10_000, 2)]),
    )
    return { name, scores, all: exactSum(make, Object.values(scores)), before: chance.int(1, 14) }
  })
  const ranked = units.toSorted((a, b) => b.all.value - a.all.value)
  const rows: RowSpec[] = ranked.map(({ name, scores, all, before }, index) => {
    const rank = index + 1
    const change = before - rank
    return {
      cells: {
        tt: String(rank),
        code: String(chance.int(26_506, 26_732)),
        name,
        ...scores,
        all,
        rank: String(rank),
        before: String(before),
        change: change === 0 ? '=' : change > 0 ? `+${change}` : String(change),
        phone: `0254.3${chance.int(510_000, 899_999)}`,
      },
    }
  })
  const most: RowSpec = {
    kind: 'section',
    cells: {
      name: 'Điểm tối đa',
      ...Object.fromEntries(PILLARS.map(({ key, most: of }) => [key, String(of)])),
      all: '1000',
    },
  }
  const middle = (of: (unit: (typeof units)[number]) => number) => {
    const mean = units.reduce((sum, unit) => sum + of(unit), 0) / units.length
    return make.amount(Math.round(mean * 100) / 100, 2)
  }
  const last: RowSpec = {
    kind: 'total',
    cells: {
      name: chance.pick(['Bình quân', 'Điểm trung bình']),
      ...Object.fromEntries(PILLARS.map(({ key }) => [key, middle(({ scores }) => scores[key]?.value ?? 0)])),
      all: middle(({ all }) => all.value),
    },
  }
  table(make, {
    title: 'Bảng xếp hạng chỉ số chuyển đổi số (DTI) cấp xã',
    unnumbered: ['tt', 'code', 'name'],
    columns: [
      { key: 'tt', title: 'TT' },
      ...(chance.yes(0.6) ? [{ key: 'code', title: 'Mã đơn vị' }] : []),
      { key: 'name', title: 'Đơn vị' },
      { title: 'Điểm theo trụ cột', of: PILLARS.map(({ key, title }) => ({ key, title })) },
      { key: 'all', title: 'Tổng điểm' },
      { key: 'rank', title: 'Xếp hạng' },
      { key: 'before', title: `Xếp hạng năm ${frame.period.year - 1}` },
      { key: 'change', title: 'Tăng, giảm bậc' },
      ...(chance.yes(0.4) ? [{ key: 'phone', title: 'Điện thoại đầu mối' }] : []),
    ],
    rows: [...(chance.yes(0.6) ? [most] : []), ...rows, ...(chance.yes(0.6) ? [last] : [])],
  })
  const [first] = ranked
  if (first)
    make.say(
      `Đứng đầu là ${first.name} với `,
      make.again(first.all),
      ' điểm; có ',
      String(ranked.filter(({ all }) => all.value >= 700).length),
      '/',
      String(ranked.length),
      ' đơn vị đạt từ 700 điểm trở lên.',
    )
  close(make, frame)
}

/** Points are exact: their total is too. */
function exactSum(make: Maker, of: readonly Mark[]): Mark {
  const total = make.amount(Math.round(of.reduce((sum, { value }) => sum + value, 0) * 100) / 100, 2)
  make.relate(
    'subtotal',
    total,
    of,
    () => Math.abs(total.value - of.reduce((sum, { value }) => sum + value, 0)) <= 0.005 * (of.length + 1),
  )
  return total
}
