import { formatNumber } from '#kernel/number.ts'
import type { Found } from '../finding.ts'
import { countCells } from '../indicators/count-cell.ts'
import { resultFractions } from '../indicators/fractions.ts'
import { headingPhrase } from '../indicators/heading.ts'
import { fractionText, named, spotOfStatement } from '../indicators/tell.ts'
import type { Reading } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

/** Syllables that a column must be named by before an indicator is held against it. */
const SHORTEST_NAME = 5
/** Fewer of anything may be counted otherwise. */
const LEAST_ALL = 20

export const allOfAnother: Rule = {
  id: 'all-of-another',
  title: { vi: 'Đạt 100% một số lượng mà bảng khác không có', en: 'All of a number that the table does not know' },
  about: {
    vi: 'Chỉ tiêu ghi 100% (304/304) cho đúng thứ mà một cột của bảng khác gọi tên và đếm, nhưng không ô nào của cột (kể cả tổng) là số đó. Im lặng khi tên cột ngắn hơn năm chữ hoặc chỉ tiêu hỏi thứ khác.',
    en: 'An indicator says 100% (304/304) of the very thing that a column of another table names and counts, but no cell of that column, nor their sum, is that number. Silent when the header has fewer than five syllables or the indicator asks for something else.',
  },
  check: allOfWhat,
}

/** `100% (304/304)` of what a column of another table counts, when nothing in that column is 304. */
function allOfWhat(reading: Reading): readonly Found[] {
  const all = resultFractions(reading).filter(({ top, bottom }) => top === bottom && top >= LEAST_ALL)
  if (all.length === 0) return []
  const columns = [
    ...Map.groupBy(countCells(reading).all, ({ table, column }) => `${table.index}/${column}`).values(),
  ].flatMap((cells) => {
    const [first] = cells
    const name = headingPhrase(first?.header ?? '')
    return first && name.split(' ').length >= SHORTEST_NAME ? [{ cells, first, name }] : []
  })
  return all.flatMap((fraction): readonly Found[] => {
    const label = headingPhrase(fraction.row.label)
    const found = columns.find(
      ({ first, name }) =>
        first.table !== fraction.row.table &&
        ` ${label} `.includes(` ${name} `) &&
        fraction.asked.some(({ id }) => kindred(id, first.thing?.id)),
    )
    if (!found) return []
    const { cells: column, first } = found
    const values = column.filter(({ table, row }) => table.rows[row]?.kind === 'data').map(({ value }) => value)
    const sum = values.reduce((total, value) => total + value, 0)
    if ([...column.map(({ value }) => value), sum].includes(fraction.top)) return []
    return [
      {
        severity: 'likely',
        spots: [spotOfStatement(fraction.statement), ...column.slice(0, 6).map(({ spot }) => spot)],
        stated: {
          vi: `“${named(fraction.row.label, 120)}”: ${fractionText(fraction.statement)}; bảng ${first.table.index + 1}, cột “${named(first.header, 80)}”: ${values.map((value) => formatNumber(value)).join('; ')}`,
          en: `“${named(fraction.row.label, 120)}”: ${fractionText(fraction.statement)}; table ${first.table.index + 1}, column “${named(first.header, 80)}”: ${values.map((value) => formatNumber(value)).join('; ')}`,
        },
        worked: both(
          `${formatNumber(fraction.top)} ≠ ${values.map((value) => formatNumber(value)).join(' ≠ ')}${values.length > 1 ? ` ≠ ${formatNumber(sum)}` : ''}`,
        ),
        why: {
          vi: 'Chỉ tiêu nói có bấy nhiêu và đạt cả; bảng đếm chính thứ đó cho số khác.',
          en: 'The indicator says that there are so many and all are done; the table that counts them has other numbers.',
        },
        notes: [
          {
            vi: 'Có thể chỉ tiêu và bảng tính trên hai phạm vi khác nhau.',
            en: 'Indicator and table may cover different ranges.',
          },
        ],
      },
    ]
  })
}

function kindred(a: string, b: string | undefined): boolean {
  const pair = new Set(['procedure', 'service'])
  return a === b || (b !== undefined && pair.has(a) && pair.has(b))
}

function both(text: string) {
  return { vi: text, en: text }
}
