import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { RowSpec } from '../table.ts'
import { table } from '../table.ts'
import type { Numbers } from '../totals.ts'
import { groupedRows } from '../totals.ts'
import { SCHOOLS } from '../words.ts'

/** Schools: pupils per class and teachers per class are means that nobody may add up; results by school year. */
export function schools(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Tình hình thực hiện nhiệm vụ giáo dục và đào tạo')
  const year = frame.period.year
  make.heading(2, `1. Quy mô trường, lớp, học sinh năm học ${year - 1}-${year}`)
  const grouped = sizes(make)
  const { classes, pupils } = grouped.total
  if (classes && pupils && chance.yes(0.7)) {
    make.say(
      `Năm học ${year - 1}-${year}, toàn địa bàn có `,
      make.again(classes),
      ' lớp với ',
      make.again(pupils),
      ' học sinh; giảm ',
      `${chance.int(1, 4)},${chance.int(1, 9)}`,
      '% số lớp so với năm học trước.',
    )
  }
  make.heading(2, '2. Kết quả xếp loại')
  if (chance.yes(0.6)) grades(make)
  else years(make, year)
  close(make, frame)
}

function sizes(make: Maker) {
  const { chance } = make
  const row = (): Numbers => {
    const classes = make.count(chance.int(9, 48))
    const pupils = make.count(classes.value * chance.int(28, 43) + chance.int(0, classes.value - 1))
    const girls = make.count(Math.round(pupils.value * (chance.int(440, 540) / 1000)))
    const teachers = make.count(Math.round(classes.value * (chance.int(120, 190) / 100)))
    make.part(girls, pupils)
    const poor = make.count(chance.int(0, Math.floor(pupils.value / 20)))
    make.part(poor, pupils)
    return { classes, pupils, girls, poor, teachers }
  }
  const grouped = groupedRows(make, {
    groups: [
      {
        order: '',
        name: '',
        members: chance.some(SCHOOLS, chance.int(5, 12)).map((name) => ({ name, numbers: row() })),
      },
    ],
    keys: ['classes', 'pupils', 'girls', 'poor', 'teachers'],
    derive: ({ pupils, classes, teachers }) => ({
      perClass: pupils && classes ? make.mean(pupils, classes, 1) : null,
      teachersPerClass: teachers && classes ? make.mean(teachers, classes, 2) : null,
    }),
    total: chance.pick(['bottom', 'top'] as const),
    totalName: chance.pick(['Toàn ngành', 'Tổng cộng', 'Cộng']),
    subtotals: false,
  })
  table(make, {
    title: 'Biểu 1. Quy mô trường, lớp',
    columns: [
      { key: 'tt', title: 'STT' },
      { key: 'name', title: 'Tên trường' },
      { key: 'classes', title: 'Số lớp' },
      {
        title: 'Học sinh',
        of: [
          { key: 'pupils', title: 'Tổng số' },
          { key: 'girls', title: 'Trong đó: nữ' },
          { key: 'poor', title: 'Trong đó: hộ nghèo, cận nghèo' },
        ],
      },
      { key: 'perClass', title: 'Bình quân học sinh/lớp' },
      { key: 'teachers', title: 'Số giáo viên' },
      { key: 'teachersPerClass', title: 'Tỷ lệ giáo viên/lớp' },
    ],
    rows: grouped.rows,
  })
  return grouped
}

const LEVELS = ['Khối 6', 'Khối 7', 'Khối 8', 'Khối 9'] as const

/** Four grades are the whole of the pupils; each with number and share, and the shares end at 99,9 or 100,1. */
function grades(make: Maker): void {
  const { chance } = make
  const rows = LEVELS.map((name) => {
    const pupils = chance.int(180, 1400)
    const good = Math.floor(pupils * (chance.int(20, 45) / 100))
    const fair = Math.floor(pupils * (chance.int(20, 40) / 100))
    const weak = chance.int(0, Math.floor(pupils / 50))
    const marks = {
      good: make.count(good),
      fair: make.count(fair),
      pass: make.count(pupils - good - fair - weak),
      weak: make.count(weak),
    }
    return { name, all: make.sum(Object.values(marks), 'subtotal'), ...marks }
  })
  const keys = ['good', 'fair', 'pass', 'weak', 'all'] as const
  const sums = Object.fromEntries(keys.map((key) => [key, make.sum(rows.map((row) => row[key]))])) as Numbers
  const rowOf = (name: string, tt: string, row: Numbers, kind: 'data' | 'total'): RowSpec => {
    const share = (key: string) =>
      row[key] && row['all'] ? make.ratio(row[key], row['all'], { decimals: 1, sign: false }) : null
    return {
      kind,
      cells: {
        tt,
        name,
        ...row,
        goodShare: share('good'),
        fairShare: share('fair'),
        passShare: share('pass'),
        weakShare: share('weak'),
      },
    }
  }
  const pair = (key: string, title: string) => ({
    title,
    of: [
      { key, title: 'SL' },
      { key: `${key}Share`, title: '%' },
    ],
  })
  table(make, {
    title: 'Biểu 2. Kết quả học tập học sinh THCS',
    columns: [
      { key: 'tt', title: 'STT' },
      { key: 'name', title: 'Khối lớp' },
      { key: 'all', title: 'Tổng số HS' },
      pair('good', 'Tốt'),
      pair('fair', 'Khá'),
      pair('pass', 'Đạt'),
      pair('weak', 'Chưa đạt'),
    ],
    rows: [
      ...rows.map(({ name, ...numbers }, index) => rowOf(name, String(index + 1), numbers, 'data')),
      rowOf('Tổng cộng', '', sums, 'total'),
    ],
  })
}

/** Columns headed by years: 2021, 2022 and so on are no numbers of a table; nothing adds up across years. */
function years(make: Maker, year: number): void {
  const { chance } = make
  const columns = [year - 3, year - 2, year - 1, year]
  const row = (name: string, decimals: number, from: number, to: number) => ({
    cells: {
      name,
      ...Object.fromEntries(
        columns.map((one) => [
          `y${one}`,
          decimals === 0
            ? make.count(chance.int(from, to))
            : make.amount(chance.int(from, to) / 10 ** decimals, decimals),
        ]),
      ),
    },
  })
  table(make, {
    title: 'Biểu 2. Một số chỉ tiêu qua các năm',
    numbered: false,
    whole: true,
    unnumbered: ['name'],
    columns: [{ key: 'name', title: 'Chỉ tiêu' }, ...columns.map((one) => ({ key: `y${one}`, title: `Năm ${one}` }))],
    rows: [
      row('Tỷ lệ học sinh hoàn thành chương trình tiểu học (%)', 1, 981, 999),
      row('Số trường đạt chuẩn quốc gia', 0, 12, 25),
      row('Tỷ lệ trường đạt chuẩn quốc gia (%)', 1, 450, 820),
      row('Điểm trung bình kỳ thi tuyển sinh lớp 10', 2, 520, 790),
      row('Số học sinh bỏ học', 0, 1, 40),
    ],
  })
}
