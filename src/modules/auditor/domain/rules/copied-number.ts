import { formatNumber } from '#kernel/number.ts'
import type { Found } from '../finding.ts'
import { type CountCell, countCells } from '../indicators/count-cell.ts'
import { sameHeading } from '../indicators/heading.ts'
import { named } from '../indicators/tell.ts'
import { areUnlike } from '../indicators/things.ts'
import type { Rule } from '../rule.ts'

const LEAST = 100
const LARGE = 1000
/** A table with more cells of one kind in a row is no place for sums. */
const MOST_PARTS = 8

/** A number of the later table and the cell, or the cells that add up to it, of the earlier one. */
type Meeting = { readonly here: CountCell; readonly there: readonly CountCell[]; readonly unlike: boolean }

export const copiedNumber: Rule = {
  id: 'copied-number',
  title: { vi: 'Số của bảng này chép sang bảng khác', en: 'Figures copied from one table into another' },
  about: {
    vi: 'Từ hai số lớn trở lên của cùng đơn vị trùng nhau giữa hai bảng (kể cả trùng với một tổng), trong khi các cột đếm những thứ khác nhau. Im lặng khi chỉ trùng một số, và khi đầu cột cho thấy hai bảng nói về cùng một thứ.',
    en: 'Two large figures of one unit or more that coincide between two tables (or with a sum), though the columns count different things. Silent on a single coincidence, and when the headers show that both tables speak of one thing.',
  },
  check(reading) {
    const { all } = countCells(reading)
    const cells = all.filter(({ unit, value }) => unit !== null && value >= LEAST && Number.isInteger(value))
    const meetings = [...Map.groupBy(cells, ({ unit, value }) => `${unit}|${value}`).values()].flatMap(meetingsOf)
    const withSums = [...meetings, ...sumsOf(all, cells)]
    const byTables = Map.groupBy(withSums, ({ here, there }) => `${there[0]?.table.index}>${here.table.index}`)
    return [...byTables.values()].flatMap(judge)
  },
}

function meetingsOf(same: readonly CountCell[]): readonly Meeting[] {
  if (same.length < 2 || same.length > MOST_PARTS) return []
  return same.flatMap((here) =>
    same.filter(({ table }) => table.index < here.table.index).flatMap((there) => meeting(here, [there])),
  )
}

function meeting(here: CountCell, there: readonly CountCell[]): readonly Meeting[] {
  if (there.some(({ header }) => sameHeading(header, here.header))) return []
  const things = there.flatMap(({ thing }) => (thing ? [thing] : []))
  return [{ here, there, unlike: here.thing !== null && areUnlike([here.thing], things) }]
}

/** Numbers of other tables that are the sum of everything of one kind in a row. */
function sumsOf(all: readonly CountCell[], cells: readonly CountCell[]): readonly Meeting[] {
  const rows = Map.groupBy(
    all.filter(({ unit, thing }) => unit !== null && thing !== null),
    ({ table, row, thing }) => `${table.index}/${row}/${thing?.id}`,
  )
  const byUnit = Map.groupBy(cells, ({ unit, value }) => `${unit}|${value}`)
  return [...rows.values()].flatMap((parts) => {
    const filled = parts.filter(({ value }) => value > 0)
    const [first] = filled
    if (!first || filled.length < 2 || filled.length > MOST_PARTS) return []
    const sum = filled.reduce((all, { value }) => all + value, 0)
    const others = sum >= LARGE ? (byUnit.get(`${first.unit}|${sum}`) ?? []) : []
    return others
      .filter(({ table }) => table !== first.table)
      .flatMap((here) => meeting(here, filled))
      .filter(({ unlike }) => unlike)
  })
}

/** What coincides between two tables: told when it is too much for chance, one finding for each row. */
function judge(meetings: readonly Meeting[]): readonly Found[] {
  const sure = [...Map.groupBy(meetings, ({ here }) => here.unit).values()].filter(
    (row) =>
      new Set(row.map(({ here }) => here.value)).size >= 2 &&
      row.some(({ here, unlike }) => unlike && here.value >= LARGE),
  )
  if (sure.length === 0) return []
  const copied = new Set(sure.flat().map(columnsOf))
  const rows = [...Map.groupBy(meetings, ({ here }) => here.row).values()]
  return rows
    .map((row) => row.filter((one) => sure.some((group) => group.includes(one)) || copied.has(columnsOf(one))))
    .filter((row) => row.length > 0)
    .map(tell)
}

function columnsOf({ here, there }: Meeting): string {
  return `${here.column}<${there.map(({ column }) => column).join()}`
}

function tell(row: readonly Meeting[]): Found {
  const list = row
    .map(
      ({ here, there }) => `${formatNumber(here.value)} = ${there.map(({ value }) => formatNumber(value)).join(' + ')}`,
    )
    .join('; ')
  const [first] = row
  const headers = (cells: readonly CountCell[]) =>
    [...new Set(cells.map(({ header }) => `“${named(header.split(' › ').at(-1) ?? header, 60)}”`))].join(', ')
  const [here, there] = [headers(row.map((one) => one.here)), headers(row.flatMap((one) => one.there))]
  return {
    severity: 'likely',
    spots: [...row.map((one) => one.here.spot), ...row.flatMap((one) => one.there.map(({ spot }) => spot))].filter(
      (spot, at, spots) =>
        spots.findIndex(
          (other) => other.block === spot.block && other.row === spot.row && other.column === spot.column,
        ) === at,
    ),
    stated: {
      vi: `Cùng một đơn vị, các cột ${here} trùng số với ${there} của bảng ${(first?.there[0]?.table.index ?? 0) + 1}`,
      en: `For one unit, the columns ${here} have the figures of ${there} in table ${(first?.there[0]?.table.index ?? 0) + 1}`,
    },
    worked: { vi: list, en: list },
    why: {
      vi: 'Những thứ khác nhau không tình cờ trùng nhiều số lớn như vậy; số của một bảng có thể được chép sang bảng kia.',
      en: 'Different things do not meet in so many large figures by chance; one table may be copied from the other.',
    },
    notes: [
      {
        vi: 'Đúng nếu hai bảng thực ra đếm cùng một thứ; khi đó đầu cột nên ghi giống nhau.',
        en: 'Right if both tables in fact count one thing; the headers should then say the same.',
      },
    ],
  }
}
