import type { Found } from '../finding.ts'
import { type IndicatorRow, indicatorRows, type Result } from '../indicators/indicator-row.ts'
import { quoted } from '../indicators/tell.ts'
import type { Rule } from '../rule.ts'

/** So many neighbours must give their counts before one that does not stands out. */
const NEIGHBOURS = 4

export const shareWithoutCount: Rule = {
  id: 'share-without-count',
  title: { vi: 'Tỷ lệ không kèm số đếm', en: 'A share without the counts behind it' },
  about: {
    vi: 'Trong cột kết quả mà phần lớn các dòng ghi tử số/mẫu số, một dòng chỉ ghi tỷ lệ nên không kiểm tra được. Im lặng với 0% và 100%, và khi các dòng khác cũng không ghi.',
    en: 'In a column of results where most rows give numerator and denominator, one gives the share alone and cannot be checked. Silent on 0% and 100%, and when the other rows do not give them either.',
  },
  check(reading) {
    const cells = indicatorRows(reading).flatMap((row) => row.results.map((result) => ({ row, result })))
    return [...Map.groupBy(cells, ({ row, result }) => `${row.table.index}/${result.column}`).values()].flatMap(
      checkColumn,
    )
  },
}

function checkColumn(cells: readonly { readonly row: IndicatorRow; readonly result: Result }[]): readonly Found[] {
  const counted = cells.filter(({ result }) => result.statements.some(({ denominator }) => denominator !== null))
  const bare = cells.filter(({ result }) => isBare(result))
  if (counted.length < NEIGHBOURS || bare.length * 3 > counted.length) return []
  const example = counted[0]?.result.cell
  return bare.map(
    ({ result }): Found => ({
      severity: 'look',
      spots: [result.cell.spot],
      stated: { vi: `Kết quả ghi “${quoted(result.cell)}”`, en: `The result says “${quoted(result.cell)}”` },
      worked: {
        vi: `${counted.length} dòng khác của cột ghi cả tử số và mẫu số, ví dụ “${quoted(example, 60)}”`,
        en: `${counted.length} other rows of the column give numerator and denominator, for instance “${quoted(example, 60)}”`,
      },
      why: {
        vi: 'Không có tử số và mẫu số thì tỷ lệ này không kiểm tra lại được.',
        en: 'Without numerator and denominator the share cannot be checked.',
      },
    }),
  )
}

function isBare({ statements, cell }: Result): boolean {
  // 1/192 may be an address to a reader of fractions; the counts are given all the same.
  if (/\d\s?\/\s?\d/.test(cell.text)) return false
  const [only, ...more] = statements
  const value = only?.percent?.value
  return more.length === 0 && only?.denominator === null && value !== undefined && value > 0 && value < 100
}
