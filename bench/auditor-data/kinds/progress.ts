import { addDays, numberFromDay } from '#kernel/calendar.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import { table } from '../table.ts'
import type { Numbers } from '../totals.ts'
import { groupedRows } from '../totals.ts'
import { DEPARTMENTS } from '../words.ts'

const TASKS = [
  'Xây dựng Trung tâm giám sát, điều hành đô thị thông minh',
  'Nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính',
  'Số hóa tài liệu lưu trữ lịch sử giai đoạn 2000-2015',
  'Hoàn thiện cơ sở dữ liệu đất đai, kết nối với Cơ sở dữ liệu quốc gia về đất đai',
  'Triển khai biên lai điện tử trong thu phí, lệ phí',
  'Tổ chức hội nghị tập huấn kỹ năng số cho cán bộ, công chức cấp xã',
  'Rà soát, công bố danh mục thủ tục hành chính nội bộ',
  'Lắp đặt 120 camera giám sát an ninh trật tự',
  'Xây dựng trang thông tin điện tử của phường, xã',
  'Triển khai mô hình "Chợ 4.0 - Thanh toán không dùng tiền mặt"',
] as const

/** Tasks of a plan with deadlines and documents, then the count of tasks by department and state. */
export function progress(make: Maker): void {
  const frame = open(make, 'Tiến độ thực hiện kế hoạch công tác')
  tasks(make, frame.period.year, frame.period.dated)
  summary(make)
  close(make, frame)
}

function tasks(make: Maker, year: number, dated: string): void {
  const { chance } = make
  const orders = chance
    .some(TASKS, chance.int(5, 10))
    .map((name, index) => ({ name, order: make.order(index + 1, false) }))
  for (const [index, { order }] of orders.entries()) {
    const before = orders[index - 1]?.order
    if (before) make.relate('sequence', order, [before], () => order.value === before.value + 1)
  }
  const rows = orders.map(({ name, order }) => {
    const begun = addDays(`${year}-01-05`, chance.int(0, 40))
    const [from, due] = [make.day(begun), make.day(addDays(begun, chance.int(60, 330)))]
    make.ordered(from, due)
    const result = chance.pick([
      'Hoàn thành',
      'Đang thực hiện',
      `Đang thực hiện (đạt ${chance.int(20, 95)}% khối lượng)`,
      'Đã trình phê duyệt',
      ...(due.value > numberFromDay(dated) ? ['Chưa đến hạn'] : []),
    ])
    const document = chance.yes(0.5)
      ? `Văn bản số ${chance.int(100, 9000)}/UBND-VP ngày ${dated.slice(8)}/${dated.slice(5, 7)}/${year}`
      : ''
    return { cells: { tt: order, name, who: chance.pick(DEPARTMENTS), from, due, result, document } }
  })
  table(make, {
    title: 'Phụ lục 1. Tiến độ thực hiện các nhiệm vụ trọng tâm',
    numbered: false,
    columns: [
      { key: 'tt', title: 'STT' },
      { key: 'name', title: 'Nội dung nhiệm vụ' },
      { key: 'who', title: 'Cơ quan chủ trì' },
      { key: 'from', title: 'Ngày bắt đầu' },
      { key: 'due', title: 'Thời hạn hoàn thành' },
      { key: 'result', title: 'Kết quả' },
      { key: 'document', title: 'Văn bản' },
    ],
    rows,
  })
}

function summary(make: Maker): void {
  const { chance } = make
  const row = (): Numbers => {
    const marks = {
      done: make.count(chance.int(2, 40)),
      running: make.count(chance.int(0, 20)),
      waiting: make.count(chance.int(0, 12)),
      late: make.count(chance.yes(0.6) ? 0 : chance.int(1, 4)),
    }
    const all = make.sum(Object.values(marks), 'subtotal')
    const ahead = make.count(chance.int(0, marks.done.value))
    make.part(ahead, marks.done)
    return { all, ...marks, ahead }
  }
  const grouped = groupedRows(make, {
    groups: [
      {
        order: '',
        name: '',
        members: chance.some(DEPARTMENTS, chance.int(4, 11)).map((name) => ({ name, numbers: row() })),
      },
    ],
    keys: ['all', 'done', 'ahead', 'running', 'waiting', 'late'],
    derive: ({ done, all }) => ({ share: (done && all && make.ratio(done, all, { decimals: 1 })) ?? '' }),
    total: 'bottom',
    totalName: 'Tổng cộng',
    subtotals: false,
  })
  const among = chance.yes(0.5)
  table(make, {
    title: 'Phụ lục 2. Tổng hợp số nhiệm vụ theo cơ quan chủ trì',
    columns: [
      { key: 'tt', title: 'TT' },
      { key: 'name', title: 'Cơ quan, đơn vị' },
      { key: 'all', title: 'Tổng số nhiệm vụ' },
      among
        ? {
            title: 'Đã hoàn thành',
            of: [
              { key: 'done', title: 'Tổng' },
              { key: 'ahead', title: 'Trong đó: trước hạn' },
            ],
          }
        : {
            title: 'Đã hoàn thành',
            of: [
              { key: 'done', title: 'Số nhiệm vụ' },
              { key: 'ahead', title: 'Hoàn thành trước hạn' },
            ],
          },
      { key: 'running', title: 'Đang thực hiện, trong hạn' },
      { key: 'waiting', title: 'Chưa đến thời gian thực hiện' },
      { key: 'late', title: 'Quá hạn, chưa hoàn thành' },
      { key: 'share', title: 'Tỷ lệ hoàn thành (%)' },
    ],
    rows: grouped.rows,
  })
  const { all, done, late } = grouped.total
  if (!all || !done || !late || chance.yes(0.3)) return
  const share = make.ratio(done, all, { sign: true, decimals: 1 })
  make.say(
    'Đến nay đã hoàn thành ',
    make.again(done),
    '/',
    make.again(all),
    ' nhiệm vụ',
    ...(share ? [', đạt tỷ lệ ', share] : []),
    '; còn ',
    make.again(late),
    ' nhiệm vụ quá hạn.',
  )
}
