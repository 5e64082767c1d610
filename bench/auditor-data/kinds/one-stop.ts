import type { Mark } from '../draft.ts'
import { close, open, saysAgain } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { Column } from '../table.ts'
import { table } from '../table.ts'
import type { Group, Numbers } from '../totals.ts'
import { groupedRows, over, plus } from '../totals.ts'
import { CITY_WARDS, COMMUNES, OFFICES, PROCEDURE_FIELDS } from '../words.ts'

/** Results of the one-stop desk by unit: received, early, on time, late, pending, share on time. */
export function oneStop(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Kết quả tiếp nhận, giải quyết thủ tục hành chính')
  make.heading(2, 'I. KẾT QUẢ TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ')
  const full = chance.yes(0.5)
  const groups = groupsOf(make, full ? fullRow : simpleRow)
  const total = chance.pick(['top', 'bottom', 'bottom', 'none'] as const)
  const grouped = groupedRows(make, {
    groups,
    keys: full ? FULL_KEYS : SIMPLE_KEYS,
    derive: (row) => (full ? fullShare(make, row) : simpleShare(make, row)),
    total,
    totalName: chance.pick(['Tổng cộng', 'TỔNG CỘNG', 'Tổng số', 'Toàn thành phố', 'Cộng']),
    subtotals: chance.yes(0.75),
  })
  table(make, {
    title: chance.pick([
      'Bảng 1. Kết quả giải quyết hồ sơ theo đơn vị',
      'Biểu số 01: Tình hình, kết quả giải quyết TTHC',
      'a) Kết quả giải quyết TTHC tại Bộ phận Một cửa',
    ]),
    columns: full ? fullColumns(make) : simpleColumns(make),
    rows: grouped.rows,
  })
  if (total !== 'none') narrate(make, grouped.total, full)
  if (chance.yes(0.6)) byField(make)
  close(make, frame)
}

const FULL_KEYS = ['all', 'online', 'direct', 'carried', 'done', 'early', 'ontime', 'late', 'open', 'inTerm', 'overdue']
const SIMPLE_KEYS = ['received', 'ontime', 'late']

function groupsOf(make: Maker, row: (make: Maker, size: number) => Numbers): Group[] {
  const { chance } = make
  const members = (names: readonly string[], size: number) => names.map((name) => ({ name, numbers: row(make, size) }))
  const wards = chance.yes(0.5) ? CITY_WARDS : COMMUNES
  if (chance.yes(0.35)) return [{ order: '', name: '', members: members(chance.some(wards, chance.int(5, 17)), 4000) }]
  return [
    { order: 'I', name: 'Các phòng chuyên môn', members: members(chance.some(OFFICES, chance.int(3, 8)), 3000) },
    { order: 'II', name: 'UBND các phường, xã', members: members(chance.some(wards, chance.int(4, 14)), 5000) },
  ]
}

function simpleRow(make: Maker, size: number): Numbers {
  const { chance } = make
  const late = chance.yes(0.3) ? 0 : chance.int(0, 60)
  const ontime = chance.int(80, size)
  const [on, behind] = [make.count(ontime), make.count(late)]
  const received = make.sum([on, behind], 'subtotal')
  return { received, ontime: on, late: behind }
}

function fullRow(make: Maker, size: number): Numbers {
  const { chance } = make
  const online = make.count(chance.int(50, size))
  const direct = make.count(chance.int(5, size / 3))
  const carried = make.count(chance.int(0, 150))
  const all = make.sum([online, direct, carried], 'subtotal')
  const pending = chance.int(0, Math.min(180, all.value - 20))
  const overdue = make.count(chance.yes(0.5) ? 0 : chance.int(0, Math.min(9, pending)))
  const inTerm = make.count(pending - overdue.value)
  const waiting = make.sum([inTerm, overdue], 'subtotal')
  const finished = all.value - pending
  const late = make.count(chance.yes(0.4) ? 0 : chance.int(0, Math.floor(finished / 20)))
  const early = make.count(chance.int(0, finished - late.value))
  const ontime = make.count(finished - late.value - early.value)
  const done = make.sum([early, ontime, late], 'subtotal')
  make.balance([all], [done, waiting])
  return { all, online, direct, carried, done, early, ontime, late, open: waiting, inTerm, overdue }
}

/** On time are those done early too, of those done, not of those received: it looks wrong and is right. */
function fullShare(make: Maker, { early, ontime, done }: Numbers) {
  return { share: (early && ontime && done && make.ratio([early, ontime], done)) ?? '-' }
}

function simpleShare(make: Maker, { received, ontime }: Numbers) {
  return { share: (received && ontime && make.ratio(ontime, received)) ?? '' }
}

function simpleColumns(make: Maker): Column[] {
  const formula = make.chance.yes(0.7) ? { formula: over(make, 'ontime', 'received') } : {}
  return [
    { key: 'tt', title: make.chance.pick(['TT', 'STT', 'T T']) },
    { key: 'name', title: 'Tên cơ quan, đơn vị' },
    { key: 'received', title: 'Tổng số hồ sơ đã giải quyết' },
    {
      title: 'Trong đó',
      of: [
        { key: 'ontime', title: 'Đúng hạn' },
        { key: 'late', title: 'Trễ hạn' },
      ],
    },
    { key: 'share', title: 'Tỷ lệ đúng hạn (%)', ...formula },
  ]
}

function fullColumns(make: Maker): Column[] {
  const formulas = make.chance.yes(0.6)
  const sum = (...keys: string[]) => (formulas ? { formula: plus(...keys) } : {})
  const share = formulas
    ? { formula: (mark: (key: string) => string) => `(${mark('early')}+${mark('ontime')})/${mark('done')}` }
    : {}
  return [
    { key: 'tt', title: 'STT' },
    { key: 'name', title: 'Đơn vị' },
    {
      title: 'Số lượng hồ sơ tiếp nhận',
      of: [
        { key: 'all', title: 'Tổng số', ...sum('online', 'direct', 'carried') },
        {
          title: 'Trong kỳ',
          of: [
            { key: 'online', title: 'Trực tuyến' },
            { key: 'direct', title: 'Trực tiếp, dịch vụ bưu chính' },
          ],
        },
        { key: 'carried', title: 'Từ kỳ trước' },
      ],
    },
    {
      title: 'Số lượng hồ sơ đã giải quyết',
      of: [
        { key: 'done', title: 'Tổng số', ...sum('early', 'ontime', 'late') },
        { key: 'early', title: 'Trước hạn' },
        { key: 'ontime', title: 'Đúng hạn' },
        { key: 'late', title: 'Quá hạn' },
      ],
    },
    {
      title: 'Số lượng hồ sơ đang giải quyết',
      of: [
        { key: 'open', title: 'Tổng số', ...sum('inTerm', 'overdue') },
        { key: 'inTerm', title: 'Trong hạn' },
        { key: 'overdue', title: 'Quá hạn' },
      ],
    },
    { key: 'share', title: 'Tỷ lệ giải quyết trước hạn và đúng hạn (%)', ...share },
  ]
}

function narrate(make: Maker, total: Numbers, full: boolean): void {
  const { chance } = make
  const [first, second, third] = full
    ? [total.all, total.online, total.direct]
    : [total.received, total.ontime, total.late]
  if (!first || !second || !third || chance.yes(0.2)) return
  const share = make.ratio(second, first, { sign: true })
  const [one, two, three] = [make.again(first), make.again(second), make.again(third)]
  if (full)
    make.say(
      'Toàn thành phố tiếp nhận ',
      one,
      ' hồ sơ (bao gồm kỳ trước chuyển sang), trong đó trực tuyến ',
      two,
      ' hồ sơ, trực tiếp và qua dịch vụ bưu chính ',
      three,
      ' hồ sơ.',
    )
  else
    make.say(
      'Toàn thành phố đã giải quyết ',
      one,
      ' hồ sơ; trong đó đúng hạn ',
      two,
      ' hồ sơ',
      ...(share ? [' (đạt ', share, ')'] : []),
      ', trễ hạn ',
      three,
      ' hồ sơ.',
    )
  if (chance.yes(0.4))
    make.say(
      `Tỷ lệ này cao hơn cùng kỳ năm trước ${chance.int(1, 4)},${chance.int(1, 9)} điểm phần trăm; gần ${Math.ceil(first.value / 1000)} nghìn lượt người dân đã sử dụng dịch vụ.`,
    )
}

/** A second table over the same period that counts something else: procedures with dossiers, and an order by size. */
function byField(make: Maker): void {
  const { chance } = make
  const rows = chance.some(PROCEDURE_FIELDS, chance.int(4, 8)).map((name, index) => {
    const procedures = make.count(chance.int(4, 60))
    const used = make.count(chance.int(1, procedures.value))
    make.part(used, procedures)
    return {
      cells: {
        tt: String(index + 1),
        name,
        procedures,
        used,
        days: make.amount(chance.int(10, 150) / 10, 1),
        rank: String(chance.int(1, 8)),
        people: make.count(chance.int(100, 2000)),
      },
    }
  })
  // A mean over everything lies between the means; it is no total and no plain mean of them.
  const days = rows.map(({ cells }) => cells.days.value).toSorted((a, b) => a - b)
  const middle = Math.round((days[1] ?? 0) * 6 + (days.at(-1) ?? 0) * 4) / 10
  const numbers = rows.map(({ cells }) => ({ procedures: cells.procedures, used: cells.used }))
  const sums = {
    procedures: make.sum(numbers.map(({ procedures }) => procedures)),
    used: make.sum(numbers.map(({ used }) => used)),
  }
  // One person files in several fields and is counted once in the total.
  const distinct = chance.yes(0.3)
  const people = rows.reduce((sum, { cells }) => sum + cells.people.value, 0)
  table(make, {
    title: 'Bảng 2. Thủ tục hành chính phát sinh hồ sơ theo lĩnh vực',
    columns: [
      { key: 'tt', title: 'TT' },
      { key: 'name', title: 'Lĩnh vực' },
      { key: 'procedures', title: 'Số TTHC thuộc thẩm quyền' },
      { key: 'used', title: 'Trong đó: số TTHC có phát sinh hồ sơ' },
      { key: 'days', title: 'Thời gian giải quyết bình quân (ngày)' },
      { key: 'rank', title: 'Xếp hạng mức độ hài lòng' },
      ...(distinct ? [{ key: 'people', title: 'Số người nộp hồ sơ (không tính trùng)' }] : []),
    ],
    rows: [
      ...rows,
      {
        kind: 'total',
        cells: {
          name: 'Tổng cộng',
          ...sums,
          days: make.amount(middle, 1),
          rank: '',
          people: make.count(Math.round(people * 0.83)),
        },
      },
    ],
  })
  const used: Mark = sums.used
  if (chance.yes(0.5)) saysAgain(make, 'Có ', used, ' thủ tục hành chính phát sinh hồ sơ trong kỳ báo cáo.')
}
