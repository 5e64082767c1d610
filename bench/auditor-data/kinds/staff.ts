import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import { table } from '../table.ts'
import type { Numbers } from '../totals.ts'
import { groupedRows, over } from '../totals.ts'
import { DEPARTMENTS, OFFICES } from '../words.ts'

/** Posts given, filled and open; degrees are one partition of those present, ages another, women and party members none. */
export function staff(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Tình hình sử dụng biên chế, chất lượng đội ngũ cán bộ, công chức')
  const formulas = chance.yes(0.5)
  const grouped = groupedRows(make, {
    groups: [
      {
        order: 'I',
        name: 'Khối cơ quan chuyên môn',
        members: chance.some(OFFICES, chance.int(3, 8)).map((name) => ({ name, numbers: rowOf(make) })),
      },
      {
        order: 'II',
        name: 'Khối sở, ban, ngành',
        members: chance.some(DEPARTMENTS, chance.int(3, 8)).map((name) => ({ name, numbers: rowOf(make) })),
      },
    ],
    keys: ['given', 'present', 'vacant', 'women', 'party', 'master', 'bachelor', 'other', 'young', 'middle', 'senior'],
    derive: ({ present, given }) => ({ share: (present && given && make.ratio(present, given)) ?? '' }),
    total: chance.pick(['bottom', 'top'] as const),
    totalName: 'Tổng cộng',
    subtotals: chance.yes(0.6),
  })
  table(make, {
    title: 'Biểu tổng hợp biên chế và chất lượng cán bộ, công chức',
    columns: [
      { key: 'tt', title: 'STT' },
      { key: 'name', title: 'Cơ quan, đơn vị' },
      { key: 'given', title: 'Biên chế được giao' },
      { key: 'present', title: 'Có mặt' },
      {
        key: 'vacant',
        title: 'Chưa sử dụng',
        ...(formulas ? { formula: (mark: (key: string) => string) => `${mark('given')}-${mark('present')}` } : {}),
      },
      { key: 'share', title: 'Tỷ lệ sử dụng (%)', ...(formulas ? { formula: over(make, 'present', 'given') } : {}) },
      {
        title: 'Trong đó',
        of: [
          { key: 'women', title: 'Nữ' },
          { key: 'party', title: 'Đảng viên' },
        ],
      },
      {
        title: 'Trình độ chuyên môn',
        of: [
          { key: 'master', title: 'Thạc sĩ trở lên' },
          { key: 'bachelor', title: 'Đại học' },
          { key: 'other', title: 'Còn lại' },
        ],
      },
      {
        title: 'Độ tuổi',
        of: [
          { key: 'young', title: 'Dưới 30' },
          { key: 'middle', title: 'Từ 30 đến 50' },
          { key: 'senior', title: 'Trên 50' },
        ],
      },
    ],
    rows: grouped.rows,
  })
  const { given, present, vacant } = grouped.total
  if (given && present && vacant && chance.yes(0.7))
    make.say(
      'Tổng biên chế được giao là ',
      make.again(given),
      '; có mặt ',
      make.again(present),
      ', chưa sử dụng ',
      make.again(vacant),
      ' biên chế.',
    )
  close(make, frame)
}

function rowOf(make: Maker): Numbers {
  const { chance } = make
  const given = make.count(chance.int(6, 95))
  const vacant = make.count(chance.int(0, Math.min(6, given.value - 3)))
  const present = make.count(given.value - vacant.value)
  make.balance([given], [present, vacant])
  const people = present.value
  const women = make.count(chance.int(1, people))
  const party = make.count(chance.int(1, people))
  make.part(women, present)
  make.part(party, present)
  const master = make.count(chance.int(0, Math.floor(people / 2)))
  const bachelor = make.count(chance.int(0, people - master.value))
  const other = make.count(people - master.value - bachelor.value)
  const young = make.count(chance.int(0, Math.floor(people / 3)))
  const middle = make.count(chance.int(0, people - young.value))
  const senior = make.count(people - young.value - middle.value)
  make.balance([present], [master, bachelor, other])
  make.balance([present], [young, middle, senior])
  return { given, present, vacant, women, party, master, bachelor, other, young, middle, senior }
}
