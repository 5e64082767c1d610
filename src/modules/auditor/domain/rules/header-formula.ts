import { check } from '../arithmetic/constraint.ts'
import { arithmeticOf } from '../arithmetic/constraints.ts'
import { spotOf, tellBroken } from '../arithmetic/tell.ts'
import type { Found } from '../finding.ts'
import type { ReadTable } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

/** `(3)=(2)/(1)` in a header is the document's own promise for every row below it. */
export const headerFormula: Rule = {
  id: 'header-formula',
  title: { vi: 'Sai công thức ghi ở đầu cột', en: 'Breaks the formula in the column header' },
  about: {
    vi: 'Tính lại từng dòng theo công thức ghi ở đầu cột, ví dụ (3)=(2)/(1). Làm tròn và cắt bớt chữ số đều được chấp nhận. Khi phần lớn các dòng đều lệch thì xem công thức là chỗ cần xem lại, không phải từng ô.',
    en: 'Computes every row again by the formula in the header, such as (3)=(2)/(1). Rounding and truncation are both accepted. When most rows deviate, the formula itself is questioned and not the cells.',
  },
  check: ({ tables }) =>
    tables.flatMap((table) => {
      const arithmetic = arithmeticOf(table)
      const own = arithmetic.constraints.filter(({ family }) => family === 'header-formula')
      return [...Map.groupBy(own, ({ identity }) => identity).values()].flatMap((rows): readonly Found[] => {
        const states = rows.map((row) => check(row, arithmetic.sheet).state)
        const [fails, holds] = ['fails', 'holds'].map((state) => states.filter((each) => each === state).length)
        const whole = (fails ?? 0) > Math.max(1, holds ?? 0)
        const found = rows.flatMap((row) =>
          tellBroken(row, arithmetic, () => ({
            severity: whole ? 'likely' : 'proved',
            why: {
              vi: `Đầu cột ghi ${row.formula?.text ?? ''}; các ô của dòng này không thỏa công thức đó${row.siblings > 0 ? `, trong khi ${row.siblings} dòng khác thỏa` : ''}.`,
              en: `The header says ${row.formula?.text ?? ''}; the cells of this row do not obey it${row.siblings > 0 ? `, while ${row.siblings} other rows do` : ''}.`,
            },
          })),
        )
        if (!whole) return found
        const [first] = found
        const column =
          rows[0]?.kind === 'share'
            ? rows[0].percent.column
            : rows[0]?.kind === 'linear'
              ? rows[0].terms[0]?.column
              : undefined
        if (!first) return []
        const header = spotOf(table, { row: headerRow(table, column ?? 0), column: column ?? 0 })
        return [
          {
            severity: 'likely',
            spots: [header, ...found.flatMap(({ spots }) => spots.slice(0, 1))].slice(0, 12),
            stated: {
              vi: `Đầu cột ghi ${rows[0]?.formula?.text ?? ''}`,
              en: `The header says ${rows[0]?.formula?.text ?? ''}`,
            },
            worked: first.worked,
            why: {
              vi: `${fails} trong ${(fails ?? 0) + (holds ?? 0)} dòng không theo công thức: công thức ở đầu cột hoặc cách lấy số liệu cần xem lại.`,
              en: `${fails} of ${(fails ?? 0) + (holds ?? 0)} rows do not follow it: look again at the formula, or at where the figures come from.`,
            },
          },
        ]
      })
    }),
}

/** The lowest header row that says something over the column: there the formula stands. */
function headerRow(table: ReadTable, column: number): number {
  const row = table.rows.findLastIndex(
    ({ kind, cells }) => kind === 'header' && (cells[column]?.text.trim() ?? '') !== '',
  )
  return Math.max(0, row)
}
