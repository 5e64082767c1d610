import type { Mark } from '../draft.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { CellSpec, Column, RowSpec } from '../table.ts'
import { table } from '../table.ts'
import { CITY_WARDS, COMMUNES } from '../words.ts'

type Line = {
  /** Has a number of its own. */
  readonly main: boolean
  readonly name: string
  readonly unit: string
  readonly cells: Readonly<Record<string, CellSpec>>
}

/** Units across and indicators down: each line has its own unit, shares are reckoned from two lines above, the total stands left or right. */
export function crosstab(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Tình hình thực hiện các chỉ tiêu kinh tế - xã hội chủ yếu')
  const units = chance.some(chance.yes(0.5) ? CITY_WARDS : COMMUNES, chance.int(4, 7))
  const keys = units.map((_, index) => `u${index}`)
  const { lines: first, all: homeCounts } = homes(make, keys)
  const chosen = [
    ...first,
    ...(chance.yes(0.8) ? income(make, keys) : []),
    ...(chance.yes(0.8) ? health(make, keys, homeCounts) : []),
    ...(chance.yes(0.6) ? waste(make, keys) : []),
  ]
  let number = 0
  const lines = chosen.map((line) => ({ ...line, tt: line.main ? String(++number) : '' }))
  const all: Column = { key: 'all', title: chance.pick(['Tổng cộng', 'Toàn thành phố', 'Tổng số']) }
  const each: Column[] = units.map((title, index) => ({ key: `u${index}`, title }))
  const left = chance.yes(0.5)
  const rows: RowSpec[] = lines.map(({ tt, name, unit, cells }) => ({ cells: { tt, name, unit, ...cells } }))
  table(make, {
    title: 'Biểu tổng hợp các chỉ tiêu theo đơn vị',
    numbered: false,
    columns: [
      { key: 'tt', title: 'STT' },
      { key: 'name', title: 'Chỉ tiêu' },
      { key: 'unit', title: 'ĐVT' },
      ...(left ? [all] : []),
      { title: 'Chia theo đơn vị', of: each },
      ...(left ? [] : [all]),
    ],
    rows,
  })
  close(make, frame)
}

type Counts = Readonly<Record<string, Mark>>

function across(make: Maker, keys: readonly string[], value: (key: string) => number): Counts {
  const marks = Object.fromEntries(keys.map((key) => [key, make.count(value(key))]))
  return { ...marks, all: make.sum(Object.values(marks)) }
}

function shares(make: Maker, part: Counts, whole: Counts): Readonly<Record<string, CellSpec>> {
  return Object.fromEntries(
    Object.entries(whole).map(([key, of]) => [key, (part[key] && make.ratio(part[key], of, { sign: false })) ?? '-']),
  )
}

function homes(make: Maker, keys: readonly string[]): { readonly lines: Line[]; readonly all: Counts } {
  const { chance } = make
  const all = across(make, keys, () => chance.int(1200, 9000))
  const poor = across(make, keys, (key) => chance.int(0, Math.floor((all[key]?.value ?? 0) / 25)))
  const net = across(make, keys, (key) => chance.int(Math.floor((all[key]?.value ?? 0) * 0.6), all[key]?.value ?? 0))
  for (const key of [...keys, 'all']) if (poor[key] && all[key]) make.part(poor[key], all[key])
  const lines = [
    { main: true, name: 'Tổng số hộ dân cư', unit: 'Hộ', cells: all },
    { main: false, name: 'Trong đó: hộ nghèo', unit: 'Hộ', cells: poor },
    { main: false, name: 'Tỷ lệ hộ nghèo', unit: '%', cells: shares(make, poor, all) },
    { main: true, name: 'Số hộ có Internet cáp quang', unit: 'Hộ', cells: net },
    { main: false, name: 'Tỷ lệ hộ có Internet cáp quang', unit: '%', cells: shares(make, net, all) },
  ]
  return { lines, all }
}

/** Income per head is a mean: the total is no sum and no plain mean of the units. */
function income(make: Maker, keys: readonly string[]): Line[] {
  const { chance } = make
  const marks = Object.fromEntries(keys.map((key) => [key, make.amount(chance.int(480, 990) / 10, 1)]))
  const values = Object.values(marks).map(({ value }) => value)
  const middle = Math.round(Math.min(...values) * 4 + Math.max(...values) * 6) / 10
  return [
    {
      main: true,
      name: 'Thu nhập bình quân đầu người',
      unit: 'Triệu đồng/năm',
      cells: { ...marks, all: make.amount(middle, 1) },
    },
  ]
}

function health(make: Maker, keys: readonly string[], homeCounts: Counts): Line[] {
  const { chance } = make
  const people = across(make, keys, (key) => Math.round((homeCounts[key]?.value ?? 0) * (chance.int(320, 415) / 100)))
  const insured = across(make, keys, (key) => Math.floor((people[key]?.value ?? 0) * (chance.int(820, 990) / 1000)))
  for (const key of [...keys, 'all']) if (insured[key] && people[key]) make.part(insured[key], people[key])
  return [
    { main: true, name: 'Dân số trung bình', unit: 'Người', cells: people },
    { main: true, name: 'Số người tham gia bảo hiểm y tế', unit: 'Người', cells: insured },
    { main: false, name: 'Tỷ lệ bao phủ bảo hiểm y tế', unit: '%', cells: shares(make, insured, people) },
  ]
}

/** Shares whose numbers are not in the table, and a yes or no; the total is blank. */
function waste(make: Maker, keys: readonly string[]): Line[] {
  const { chance } = make
  return [
    {
      main: true,
      name: 'Tỷ lệ thu gom chất thải rắn sinh hoạt',
      unit: '%',
      cells: Object.fromEntries(keys.map((key) => [key, make.percent(chance.int(880, 1000) / 10, 1, false)])),
    },
    {
      main: true,
      name: 'Đạt chuẩn đô thị văn minh',
      unit: '',
      cells: Object.fromEntries(keys.map((key) => [key, chance.pick(['Đạt', 'Chưa đạt', 'x'])])),
    },
  ]
}
