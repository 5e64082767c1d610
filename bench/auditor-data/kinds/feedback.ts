import type { Mark } from '../draft.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { Column } from '../table.ts'
import { table } from '../table.ts'
import type { Numbers } from '../totals.ts'
import { groupedRows, over, plus } from '../totals.ts'
import { FIELDS } from '../words.ts'

const KEYS = ['carried', 'got', 'all', 'handled', 'inTime', 'pending', 'satisfied']

/** Feedback of the public by field: carried over + received = handled + pending, so more is handled than was received. */
export function feedback(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Kết quả tiếp nhận, xử lý phản ánh, kiến nghị của người dân')
  const sums = chance.yes(0.5)
  const total = chance.pick(['bottom', 'bottom', 'top'] as const)
  const grouped = groupedRows(make, {
    groups: [
      {
        order: '',
        name: '',
        members: [...chance.some(FIELDS, chance.int(4, 10)), 'Khác'].map((name) => ({ name, numbers: rowOf(make) })),
      },
    ],
    keys: KEYS,
    derive: ({ handled, all, inTime }) => ({
      handledShare: (handled && all && make.ratio(handled, all)) ?? '',
      inTimeShare: (inTime && handled && make.ratio(inTime, handled)) ?? '-',
    }),
    total,
    totalName: chance.pick(['Tổng cộng', 'Cộng', 'TỔNG']),
    subtotals: false,
  })
  table(make, {
    title: 'Bảng tổng hợp kết quả xử lý phản ánh, kiến nghị theo lĩnh vực',
    columns: columnsOf(make, sums),
    rows: grouped.rows,
  })
  narrate(make, grouped.total)
  if (chance.yes(0.6)) bySource(make, grouped.total.got)
  close(make, frame)
}

function rowOf(make: Maker): Numbers {
  const { chance } = make
  const carried = make.count(chance.yes(0.4) ? 0 : chance.int(0, 40))
  const got = make.count(chance.int(3, chance.pick([30, 120, 900])))
  const all = make.sum([carried, got], 'subtotal')
  const pending = make.count(chance.yes(0.4) ? 0 : chance.int(0, Math.floor(all.value / 4)))
  const handled = make.count(all.value - pending.value)
  make.balance([all], [handled, pending])
  const inTime = make.count(
    chance.yes(0.4) ? handled.value : chance.int(Math.floor(handled.value * 0.8), handled.value),
  )
  make.part(inTime, handled)
  // Those who answered the survey and were content: fewer than handled, and no part that adds up to anything.
  const satisfied = make.count(chance.int(0, Math.floor(handled.value * 0.7)))
  return { carried, got, all, handled, inTime, pending, satisfied }
}

function columnsOf(make: Maker, formulas: boolean): Column[] {
  const when = (formula: (mark: (key: string) => string) => string) => (formulas ? { formula } : {})
  return [
    { key: 'tt', title: 'TT' },
    { key: 'name', title: 'Lĩnh vực' },
    { key: 'carried', title: 'Kỳ trước chuyển sang' },
    { key: 'got', title: 'Tiếp nhận trong kỳ' },
    { key: 'all', title: 'Tổng số phải xử lý', ...when(plus('carried', 'got')) },
    { key: 'handled', title: 'Đã xử lý' },
    { key: 'inTime', title: 'Trong đó: đúng hạn' },
    { key: 'pending', title: 'Đang xử lý', ...when((mark) => `${mark('all')}-${mark('handled')}`) },
    { key: 'handledShare', title: 'Tỷ lệ đã xử lý (%)', ...when(over(make, 'handled', 'all')) },
    { key: 'inTimeShare', title: 'Tỷ lệ đúng hạn trên số đã xử lý (%)', ...when(over(make, 'inTime', 'handled')) },
    { key: 'satisfied', title: 'Số phản ánh người dân đánh giá hài lòng' },
  ]
}

function narrate(make: Maker, { got, handled, inTime, all, pending }: Numbers): void {
  const { chance } = make
  if (!got || !handled || !inTime || !all || !pending) return
  const share = make.ratio(inTime, handled, { sign: true })
  make.say(
    'Trong kỳ tiếp nhận ',
    make.again(got),
    ' phản ánh, kiến nghị; đã xử lý ',
    make.again(handled),
    '/',
    make.again(all),
    ' phản ánh (bao gồm kỳ trước chuyển sang)',
    ...(share ? [', đúng hạn đạt ', share] : []),
    '; còn ',
    make.again(pending),
    ' phản ánh đang xử lý.',
  )
  if (chance.yes(0.3))
    make.say(`Trung bình mỗi ngày tiếp nhận khoảng ${Math.max(1, Math.round(got.value / 270))} phản ánh.`)
}

/** The same feedback by the way it came; the first table's total again. */
function bySource(make: Maker, got: Mark | undefined): void {
  const { chance } = make
  if (!got || got.value < 12) return
  const app = Math.floor(got.value * (chance.int(40, 70) / 100))
  const line = Math.floor((got.value - app) * (chance.int(20, 70) / 100))
  const names = ['Ứng dụng phản ánh hiện trường', 'Tổng đài 1022', 'Trực tiếp, văn bản và nguồn khác']
  const marks = [app, line, got.value - app - line].map((value) => make.count(value))
  const sum = make.sum(marks)
  make.relate('same', sum, [got], () => sum.value === got.value)
  const shares = marks.map((mark) => make.ratio(mark, sum, { decimals: 1 }))
  table(make, {
    title: 'Bảng phân theo nguồn tiếp nhận',
    whole: true,
    columns: [
      { key: 'tt', title: 'TT' },
      { key: 'name', title: 'Nguồn tiếp nhận' },
      { key: 'number', title: 'Số phản ánh tiếp nhận trong kỳ' },
      { key: 'share', title: 'Cơ cấu (%)' },
    ],
    rows: [
      ...names.map((name, index) => ({
        cells: { tt: String(index + 1), name, number: marks[index] ?? null, share: shares[index] ?? null },
      })),
      { kind: 'total', cells: { name: 'Tổng cộng', number: sum, share: chance.yes(0.7) ? make.percent(100, 0) : '' } },
    ],
  })
}
