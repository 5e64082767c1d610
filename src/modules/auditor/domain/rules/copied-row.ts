import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import type { Found } from '../finding.ts'
import { type CountCell, countCells } from '../indicators/count-cell.ts'
import { named } from '../indicators/tell.ts'
import { TARGET_HEADER } from '../lexicon/table-words.ts'
import type { ReadTable } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

/** So many figures, of some size and not rounded, must be the same. */
const LEAST_SAME = 3
const LEAST_VALUE = 100

export const copiedRow: Rule = {
  id: 'copied-row',
  title: { vi: 'Hai dòng giống hệt nhau', en: 'Two rows wholly the same' },
  about: {
    vi: 'Hai đơn vị khác nhau trong một bảng có mọi số giống hệt nhau, ít nhất ba số từ 100 trở lên không tròn chục. Im lặng với dòng tổng, dòng cha và con, cột chỉ tiêu, và khi từ ba dòng trở lên cùng giống nhau (định mức chung).',
    en: 'Two different units of a table with all figures the same, three of them at least 100 and not round. Silent on totals, on parents and their parts, on target columns, and when three rows or more are alike (a common norm).',
  },
  check(reading) {
    const byTable = Map.groupBy(countCells(reading).all, ({ table }) => table)
    return [...byTable].flatMap(([table, cells]) => checkTable(table, cells))
  },
}

function checkTable(table: ReadTable, cells: readonly CountCell[]): readonly Found[] {
  const own = cells.filter(({ row, header }) => table.rows[row]?.kind === 'data' && !TARGET_HEADER.test(fold(header)))
  const rows = [...Map.groupBy(own, ({ row }) => row).values()].filter(
    (row) => row.filter(isTelling).length >= LEAST_SAME,
  )
  const alike = Map.groupBy(rows, (row) => row.map(({ column, value }) => `${column}:${value}`).join())
  return [...alike.values()].flatMap(([first, second, ...more]): readonly Found[] => {
    const [one, other] = [first?.[0], second?.[0]]
    if (!first || !second || !one || !other || more.length > 0 || related(table, one.row, other.row)) return []
    if (new Set(first.filter(isTelling).map(({ value }) => value)).size < LEAST_SAME) return []
    const [a, b] = [named(table.rows[one.row]?.label ?? '', 60), named(table.rows[other.row]?.label ?? '', 60)]
    if (a === '' || b === '' || fold(a) === fold(b)) return []
    const list = first.map(({ value }) => formatNumber(value)).join('; ')
    return [
      {
        severity: 'likely',
        spots: [...second, ...first].map(({ spot }) => spot),
        stated: { vi: `“${a}” và “${b}” ghi cùng các số`, en: `“${a}” and “${b}” have the same figures` },
        worked: { vi: list, en: list },
        why: {
          vi: 'Hai đơn vị không tình cờ có cùng tất cả các số; một dòng có thể được chép từ dòng kia.',
          en: 'Two units do not have all figures in common by chance; one row may be copied from the other.',
        },
      },
    ]
  })
}

function isTelling({ value }: CountCell): boolean {
  return value >= LEAST_VALUE && value % 10 !== 0
}

/** Whether one row is a part of the other: a unit with one part has its figures. */
function related(table: ReadTable, a: number, b: number): boolean {
  const [one, other] = [table.rows[a], table.rows[b]]
  if (!one || !other || one.level !== other.level) return true
  return one.parent === b || other.parent === a || /\btrong do\b/.test(fold(`${one.label} ${other.label}`))
}
