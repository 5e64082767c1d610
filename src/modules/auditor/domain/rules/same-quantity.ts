import { formatNumber } from '#kernel/number.ts'
import type { Found } from '../finding.ts'
import { type CountCell, countCells } from '../indicators/count-cell.ts'
import { tellingWords } from '../indicators/heading.ts'
import { sameTime } from '../indicators/period-words.ts'
import { named } from '../indicators/tell.ts'
import type { Reading } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

/** A number from which agreement between two tables says that they tell of the same thing. */
const LEAST = 10

export const sameQuantity: Rule = {
  id: 'same-quantity',
  title: { vi: 'Một đại lượng, hai giá trị ở hai bảng', en: 'One quantity, two values in two tables' },
  about: {
    vi: 'Đặt cạnh nhau hai bảng có cùng đơn vị và cùng đầu cột mà phần lớn số khớp nhau, và nêu số không khớp. Im lặng khi hai bảng thuộc kỳ khác nhau hoặc chỉ trùng tên mà không trùng số nào.',
    en: 'Sets side by side two tables with the same units and headers most of whose figures agree, and tells the figure that does not. Silent when the tables are of different periods or agree in name only.',
  },
  check: betweenTables,
}

type Pair = { readonly here: CountCell; readonly there: CountCell }

function betweenTables(reading: Reading): readonly Found[] {
  const cells = countCells(reading).all.filter(({ unit }) => unit !== null)
  const keyed = cells.flatMap((cell) => {
    const words = [...tellingWords(cell.header)].toSorted().join(' ')
    return words === '' ? [] : [{ cell, key: `${cell.unit}|${words}` }]
  })
  const groups = [...Map.groupBy(keyed, ({ key }) => key).values()].map((group) => group.map(({ cell }) => cell))
  const pairs = groups.flatMap(pairsOf)
  const byTables = Map.groupBy(pairs, ({ here, there }) => `${there.table.index}/${here.table.index}`)
  return [...byTables.values()].flatMap((all) => {
    const [first] = all
    if (!first || !sameTime(first.here.table, first.there.table)) return []
    const agreeing = all.filter(({ here, there }) => here.value === there.value && here.value >= LEAST)
    const differing = all.filter(({ here, there }) => here.value !== there.value)
    const telling = new Set(agreeing.map(({ here }) => here.value)).size
    if (telling < 2 || differing.length === 0 || differing.length * 2 > agreeing.length) return []
    return differing.map((pair) => tellPair(pair, agreeing))
  })
}

/** Cells of different tables; a name that stands twice in a table names nothing. */
function pairsOf(group: readonly CountCell[]): readonly Pair[] {
  if (group.length < 2 || group.length > 6) return []
  const single = group.filter((cell) => group.every((other) => other === cell || other.table !== cell.table))
  return single.flatMap((here) =>
    single.filter(({ table }) => table.index < here.table.index).map((there) => ({ here, there })),
  )
}

function tellPair({ here, there }: Pair, agreeing: readonly Pair[]): Found {
  const label = named(here.table.rows[here.row]?.label ?? '', 60)
  const column = named(here.header.split(' › ').at(-1) ?? here.header, 60)
  const difference = formatNumber(Math.abs(here.value - there.value))
  return {
    severity: 'likely',
    spots: [here.spot, there.spot],
    stated: {
      vi: `“${label}”, “${column}”: bảng ${here.table.index + 1} ghi ${formatNumber(here.value)}, bảng ${there.table.index + 1} ghi ${formatNumber(there.value)}`,
      en: `“${label}”, “${column}”: table ${here.table.index + 1} says ${formatNumber(here.value)}, table ${there.table.index + 1} says ${formatNumber(there.value)}`,
    },
    worked: {
      vi: `Chênh ${difference}; ${agreeing.length} số khác của hai bảng khớp nhau`,
      en: `Off by ${difference}; ${agreeing.length} other figures of the two tables agree`,
    },
    why: {
      vi: 'Cùng đơn vị, cùng đầu cột và các số khác khớp nhau thì số này cũng phải khớp.',
      en: 'With the same unit, the same header and the other figures in agreement, this one has to agree too.',
    },
    notes: [
      {
        vi: 'Có thể hai bảng lấy số liệu ở hai thời điểm.',
        en: 'The two tables may have been drawn up on different days.',
      },
    ],
  }
}
