import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import { arithmeticOf } from '../arithmetic/constraints.ts'
import type { Sheet } from '../arithmetic/sheet.ts'
import { columnName, spotOf } from '../arithmetic/tell.ts'
import type { Found } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** `Trong đó: hộ nghèo`: a row that tells of some of what the row above counts. */
const OF_WHICH = /^trong do\b/

export const rowExceedsWhole: Rule = {
  id: 'row-exceeds-whole',
  title: { vi: 'Dòng “Trong đó” lớn hơn dòng của nó', en: 'An "of which" row larger than its whole' },
  about: {
    vi: 'So dòng “Trong đó…” với dòng nó thuộc về, theo từng cột số lượng và cùng đơn vị tính.',
    en: 'Compares each "of which" row with the row that it belongs to, column by column, when both have the same unit.',
  },
  check: ({ tables }) =>
    tables.flatMap((table) => {
      const { sheet } = arithmeticOf(table)
      return sheet.lines.flatMap((row): readonly Found[] => {
        const whole = wholeOf(sheet, row)
        if (whole === null) return []
        const known = sheet.counts.filter(
          (column) => value(sheet, row, column) !== null && value(sheet, whole, column) !== null,
        )
        const over = known.filter((column) => (value(sheet, row, column) ?? 0) > (value(sheet, whole, column) ?? 0))
        // When most columns break it, the row does not belong to that one.
        if (over.length * 2 > Math.max(2, known.length)) return []
        return over.map((column) => tell(sheet, row, whole, column))
      })
    }),
}

/** The row that an "of which" row speaks of: the nearest above that is none itself; `null` when the units differ or it holds rates. */
function wholeOf(sheet: Sheet, row: number): number | null {
  const label = (at: number) => fold(sheet.table.rows[at]?.label ?? '')
  if (!OF_WHICH.test(label(row)) || sheet.rates[row]) return null
  const whole = sheet.lines.findLast(
    (other) => other < row && !OF_WHICH.test(label(other)) && sheet.table.rows[other]?.order !== '-',
  )
  if (whole === undefined || sheet.rates[whole] || sheet.units[whole] !== sheet.units[row]) return null
  return whole
}

const value = (sheet: Sheet, row: number, column: number) => sheet.values[row]?.[column] ?? null

function tell(sheet: Sheet, row: number, whole: number, column: number): Found {
  const { table } = sheet
  const [some, all] = [formatNumber(value(sheet, row, column) ?? 0), formatNumber(value(sheet, whole, column) ?? 0)]
  const [part, of] = [table.rows[row]?.label.trim() ?? '', table.rows[whole]?.label.trim() ?? '']
  const name = columnName(table, column)
  return {
    severity: 'proved',
    spots: [spotOf(table, { row, column }), spotOf(table, { row: whole, column })],
    stated: {
      vi: `${name}: “${part}” ghi ${some}, “${of}” ghi ${all}`,
      en: `${name}: “${part}” states ${some}, “${of}” states ${all}`,
    },
    worked: { vi: `${some} > ${all}`, en: `${some} > ${all}` },
    why: {
      vi: `“${part}” chỉ đếm một phần của “${of}” nên không thể lớn hơn.`,
      en: `“${part}” counts only some of “${of}” and cannot be larger.`,
    },
  }
}
