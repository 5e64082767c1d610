import type { Mark } from '../draft.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import { table } from '../table.ts'
import type { Numbers } from '../totals.ts'
import { groupedRows } from '../totals.ts'
import { CITY_WARDS, COMMUNES } from '../words.ts'

/** Population by age and health insurance: ages are parts of a whole, "trong đó" women and ethnic minorities are not. */
export function population(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Tình hình dân số và tham gia bảo hiểm y tế')
  make.heading(2, '1. Dân số')
  const people = byAge(make)
  make.heading(2, '2. Bảo hiểm y tế')
  insured(make)
  if (people && chance.yes(0.6)) {
    make.say(
      'Dân số toàn địa bàn đến cuối kỳ là ',
      make.again(people),
      ' người; tỷ suất sinh thô ',
      `${chance.int(9, 15)},${chance.int(1, 9)}`,
      '‰, tỷ lệ tăng tự nhiên ',
      `0,${chance.int(61, 99)}`,
      '%.',
    )
  }
  close(make, frame)
}

function byAge(make: Maker): Mark | undefined {
  const { chance } = make
  const households = chance.yes(0.6)
  const row = (): Numbers => {
    const ages = {
      child: make.count(chance.int(1500, 9000)),
      work: make.count(chance.int(5000, 30_000)),
      old: make.count(chance.int(700, 5000)),
    }
    const all = make.sum(Object.values(ages), 'subtotal')
    const women = make.count(Math.round(all.value * (chance.int(470, 525) / 1000)))
    const minority = make.count(chance.yes(0.2) ? 0 : Math.round(all.value * (chance.int(2, 90) / 1000)))
    make.part(women, all)
    make.part(minority, all)
    return {
      ...(households ? { homes: make.count(Math.round(all.value / (chance.int(325, 412) / 100))) } : {}),
      all,
      women,
      minority,
      ...ages,
    }
  }
  const total = chance.pick(['top', 'bottom'] as const)
  const grouped = groupedRows(make, {
    groups: [
      {
        order: '',
        name: '',
        members: chance
          .some(chance.yes(0.5) ? CITY_WARDS : COMMUNES, chance.int(5, 16))
          .map((name) => ({ name, numbers: row() })),
      },
    ],
    keys: [...(households ? ['homes'] : []), 'all', 'women', 'minority', 'child', 'work', 'old'],
    // People per household is a mean: the total line has the mean of all, not a sum.
    derive: ({ all, homes }) => (all && homes ? { size: make.mean(all, homes, 2) } : {}),
    total,
    totalName: chance.pick(['Tổng số', 'Toàn thành phố', 'Tổng cộng']),
    subtotals: false,
  })
  table(make, {
    title: 'Bảng 1. Dân số chia theo nhóm tuổi và đơn vị hành chính',
    columns: [
      { key: 'tt', title: 'TT' },
      { key: 'name', title: 'Đơn vị hành chính' },
      ...(households ? [{ key: 'homes', title: 'Số hộ' }] : []),
      { key: 'all', title: 'Tổng dân số (người)' },
      {
        title: 'Trong đó',
        of: [
          { key: 'women', title: 'Nữ' },
          { key: 'minority', title: 'Dân tộc thiểu số' },
        ],
      },
      {
        title: 'Chia theo nhóm tuổi',
        of: [
          { key: 'child', title: 'Dưới 15 tuổi' },
          { key: 'work', title: 'Từ 15 đến dưới 60 tuổi' },
          { key: 'old', title: 'Từ 60 tuổi trở lên' },
        ],
      },
      ...(households ? [{ key: 'size', title: 'Bình quân nhân khẩu/hộ' }] : []),
    ],
    rows: grouped.rows,
  })
  return grouped.total.all
}

const INSURED = [
  'Nhóm do người lao động và người sử dụng lao động đóng',
  'Nhóm do tổ chức bảo hiểm xã hội đóng',
  'Nhóm do ngân sách nhà nước đóng',
  'Nhóm được ngân sách nhà nước hỗ trợ mức đóng',
  'Nhóm tham gia bảo hiểm y tế theo hộ gia đình',
  'Khác',
] as const

/** Insured by group: this period, the year before, growth that may be negative, and each group's share of all. */
function insured(make: Maker): void {
  const { chance } = make
  const pairs = INSURED.map((name) => ({
    name,
    now: make.count(chance.int(400, 60_000)),
    before: make.count(chance.int(400, 60_000)),
  }))
  for (const pair of pairs) pair.before.value = Math.round(pair.now.value * (chance.int(80, 118) / 100))
  const all = { now: make.sum(pairs.map(({ now }) => now)), before: make.sum(pairs.map(({ before }) => before)) }
  const shown = (now: Mark, before: Mark) => ({
    before,
    now,
    growth: make.growth(now, before, { decimals: 1 }),
    share: make.ratio(now, all.now, { decimals: 1 }),
  })
  const rows = pairs.map(({ name, now, before }, index) => ({
    cells: { tt: String(index + 1), name, ...shown(now, before) },
  }))
  const last = { kind: 'total' as const, cells: { name: 'Tổng cộng', ...shown(all.now, all.before) } }
  const formula = chance.yes(0.5)
  table(make, {
    title: 'Bảng 2. Số người tham gia bảo hiểm y tế theo nhóm đối tượng',
    columns: [
      { key: 'tt', title: 'TT' },
      { key: 'name', title: 'Nhóm đối tượng' },
      { key: 'before', title: 'Cùng kỳ năm trước (người)' },
      { key: 'now', title: 'Kỳ báo cáo (người)' },
      {
        key: 'growth',
        title: 'Tăng, giảm so với cùng kỳ (%)',
        ...(formula
          ? { formula: (mark: (key: string) => string) => `((${mark('now')}-${mark('before')})/${mark('before')})` }
          : {}),
      },
      { key: 'share', title: 'Cơ cấu (%)' },
    ],
    rows: chance.yes(0.8) ? [...rows, last] : [last, ...rows],
  })
  const whole = make.count(Math.round(all.now.value * (chance.int(102, 130) / 100)))
  const cover = make.ratio(all.now, whole, { sign: true })
  if (cover && chance.yes(0.7))
    make.say('Tỷ lệ bao phủ bảo hiểm y tế đạt ', cover, ' (', make.again(all.now), '/', whole, ' người).')
}
