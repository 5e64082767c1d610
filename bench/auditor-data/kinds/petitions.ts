import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { Column } from '../table.ts'
import { table } from '../table.ts'
import type { Numbers } from '../totals.ts'
import { groupedRows } from '../totals.ts'
import { DEPARTMENTS, OFFICES } from '../words.ts'

/** Petitions counted twice: by what they are and by whether they may be handled; visits, people and cases beside each other. */
export function petitions(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Kết quả công tác tiếp công dân, giải quyết khiếu nại, tố cáo')
  const byKind = chance.yes(0.5)
  const grouped = groupedRows(make, {
    groups: [
      {
        order: 'A',
        name: 'Cấp tỉnh',
        members: chance.some(DEPARTMENTS, chance.int(3, 6)).map((name) => ({ name, numbers: rowOf(make) })),
      },
      {
        order: 'B',
        name: 'Cấp cơ sở',
        members: chance.some(OFFICES, chance.int(3, 8)).map((name) => ({ name, numbers: rowOf(make) })),
      },
    ],
    keys: ['visits', 'people', 'cases', 'all', 'complaints', 'charges', 'wishes', 'fit', 'unfit', 'done'],
    derive: ({ done, fit }) => ({ share: (done && fit && make.ratio(done, fit, { decimals: 1 })) ?? '-' }),
    total: chance.pick(['top', 'bottom'] as const),
    totalName: chance.pick(['Tổng số', 'TỔNG CỘNG']),
    subtotals: chance.yes(0.8),
  })
  const kinds: Column = {
    title: 'Phân loại theo nội dung',
    of: [
      { key: 'complaints', title: 'Khiếu nại' },
      { key: 'charges', title: 'Tố cáo' },
      { key: 'wishes', title: 'Kiến nghị, phản ánh' },
    ],
  }
  const fit: Column = {
    title: 'Phân loại theo điều kiện xử lý',
    of: [
      { key: 'fit', title: 'Đủ điều kiện' },
      { key: 'unfit', title: 'Không đủ điều kiện' },
    ],
  }
  table(make, {
    title: 'Mẫu số 02. Tổng hợp kết quả tiếp công dân, xử lý đơn',
    columns: [
      { key: 'tt', title: 'STT' },
      { key: 'name', title: 'Đơn vị' },
      {
        title: 'Tiếp công dân',
        of: [
          { key: 'visits', title: 'Số lượt' },
          { key: 'people', title: 'Số người' },
          { key: 'cases', title: 'Số vụ việc' },
        ],
      },
      { key: 'all', title: 'Tổng số đơn tiếp nhận' },
      ...(byKind ? [kinds, fit] : [fit, kinds]),
      { key: 'done', title: 'Số đơn đã giải quyết' },
      { key: 'share', title: 'Tỷ lệ giải quyết trên số đơn đủ điều kiện (%)' },
    ],
    rows: grouped.rows,
  })
  const { all, fit: ready, done } = grouped.total
  if (all && ready && done && chance.yes(0.7))
    make.say(
      'Trong kỳ tiếp nhận ',
      make.again(all),
      ' đơn; đủ điều kiện xử lý ',
      make.again(ready),
      ' đơn; đã giải quyết ',
      make.again(done),
      '/',
      make.again(ready),
      ' đơn.',
    )
  close(make, frame)
}

function rowOf(make: Maker): Numbers {
  const { chance } = make
  const [complaints, charges, wishes] = [
    make.count(chance.int(0, 40)),
    make.count(chance.int(0, 12)),
    make.count(chance.int(2, 90)),
  ]
  const all = make.sum([complaints, charges, wishes], 'subtotal')
  const unfit = make.count(chance.int(0, Math.floor(all.value / 4)))
  const fit = make.count(all.value - unfit.value)
  make.balance([all], [fit, unfit])
  const done = make.count(chance.int(Math.floor(fit.value / 2), fit.value))
  make.part(done, fit)
  const visits = make.count(chance.int(5, 200))
  // A visit may bring several people, and several visits one case.
  return {
    visits,
    people: make.count(visits.value + chance.int(0, 60)),
    cases: make.count(chance.int(1, visits.value)),
    all,
    complaints,
    charges,
    wishes,
    fit,
    unfit,
    done,
  }
}
