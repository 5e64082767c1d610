import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import { table } from '../table.ts'
import type { Numbers } from '../totals.ts'
import { groupedRows } from '../totals.ts'
import { COMMUNES } from '../words.ts'

/** Doses by commune: each dose goes to some of those who had the one before, and more are reached than were counted beforehand. */
export function vaccination(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Kết quả công tác tiêm chủng mở rộng')
  const row = (): Numbers => {
    const aim = make.count(chance.int(90, 900))
    const first = make.count(Math.round(aim.value * (chance.int(82, 108) / 100)))
    const second = make.count(chance.int(Math.floor(first.value * 0.8), first.value))
    const third = make.count(chance.int(Math.floor(second.value * 0.8), second.value))
    const reactions = make.count(chance.yes(0.6) ? 0 : chance.int(1, 6))
    return { aim, first, second, third, reactions }
  }
  const grouped = groupedRows(make, {
    groups: [
      {
        order: '',
        name: '',
        members: chance.some(COMMUNES, chance.int(5, 14)).map((name) => ({ name, numbers: row() })),
      },
    ],
    keys: ['aim', 'first', 'second', 'third', 'reactions'],
    derive: ({ aim, first, second, third }) => ({
      firstShare: aim && first ? make.ratio(first, aim) : null,
      secondShare: aim && second ? make.ratio(second, aim) : null,
      thirdShare: aim && third ? make.ratio(third, aim) : null,
    }),
    total: chance.pick(['bottom', 'top'] as const),
    totalName: chance.pick(['Toàn thành phố', 'Cộng', 'Tổng cộng']),
    subtotals: false,
  })
  const dose = (key: string, title: string) => ({
    title,
    of: [
      { key, title: 'Số trẻ' },
      { key: `${key}Share`, title: 'Tỷ lệ (%)' },
    ],
  })
  table(make, {
    title: 'Bảng 3. Tiêm vắc xin phối hợp cho trẻ dưới 1 tuổi',
    columns: [
      { key: 'tt', title: 'TT' },
      { key: 'name', title: 'Địa phương' },
      { key: 'aim', title: 'Số đối tượng dự kiến' },
      dose('first', 'Mũi 1'),
      dose('second', 'Mũi 2'),
      dose('third', 'Mũi 3'),
      { key: 'reactions', title: 'Phản ứng sau tiêm' },
    ],
    rows: grouped.rows,
  })
  const { aim, third } = grouped.total
  const share = aim && third && make.ratio(third, aim, { sign: true })
  if (aim && third && share)
    make.say('Tỷ lệ trẻ tiêm đủ 3 mũi đạt ', share, ' (', make.again(third), '/', make.again(aim), ' trẻ).')
  close(make, frame)
}
