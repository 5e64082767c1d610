import { fold } from '#kernel/text.ts'
import type { Found } from '../finding.ts'
import { BEGIN_HEADER, END_HEADER } from '../lexicon/steps.ts'
import { spanOf } from '../reading/date.ts'
import type { DateMention, ReadTable } from '../reading/reading.ts'
import { groupBySpot, spotKey } from '../reading/text-reading.ts'
import type { Rule } from '../rule.ts'

export const dateColumns: Rule = {
  id: 'date-columns',
  title: { vi: 'Dòng kết thúc trước khi bắt đầu', en: 'A row that ends before it begins' },
  about: {
    vi: 'Trong bảng có cột ngày bắt đầu (tiếp nhận, khởi công) và cột ngày kết thúc (hoàn thành, thời hạn, trả kết quả), so hai ngày của mỗi dòng. Đã chứng minh khi mọi dòng khác đều đúng thứ tự; nếu nhiều dòng ngược thì cách hiểu cột có thể sai nên không nêu.',
    en: 'In tables with a column of beginnings (received, begun) and one of ends (completed, due, returned), compares the two days of each row. Proved when every other row is in order; where many rows are not, the columns may mean something else and nothing is said.',
  },
  check(reading) {
    const dates = groupBySpot(reading.dates)
    return reading.tables.flatMap((table) => pairsOf(table).flatMap((pair) => checkPair(table, pair, dates)))
  },
}

type Pair = { readonly begin: number; readonly end: number }
type Dates = ReadonlyMap<string, readonly DateMention[]>

/** The only column of beginnings and the only column of ends, under one header group or side by side. */
function pairsOf({ columns }: ReadTable): readonly Pair[] {
  const of = (pattern: RegExp, other: RegExp) =>
    columns.filter(({ path }) => pattern.test(fold(path.at(-1) ?? '')) && !other.test(fold(path.at(-1) ?? '')))
  const [[begin, moreBegin], [end, moreEnd]] = [of(BEGIN_HEADER, END_HEADER), of(END_HEADER, BEGIN_HEADER)]
  return begin && end && !moreBegin && !moreEnd ? [{ begin: begin.index, end: end.index }] : []
}

function checkPair(table: ReadTable, { begin, end }: Pair, dates: Dates): readonly Found[] {
  const rows = table.rows.flatMap((row) => {
    const [from, to] = [row.cells[begin], row.cells[end]].map((cell) =>
      cell ? onlyDay(dates.get(spotKey(cell.spot)), cell.text) : null,
    )
    return from && to && row.kind !== 'header' ? [{ from, to, reversed: isBefore(to, from) }] : []
  })
  const wrong = rows.filter(({ reversed }) => reversed)
  if (wrong.length === 0 || wrong.length * 3 > rows.length) return []
  const [first, last] = [begin, end].map((index) => table.columns[index]?.path.at(-1) ?? '')
  return wrong.map(
    ({ from, to }): Found => ({
      severity: rows.length - wrong.length >= 3 && wrong.length === 1 ? 'proved' : 'likely',
      spots: [to.spot, from.spot],
      stated: {
        vi: `“${first}” ${from.text}, “${last}” ${to.text}`,
        en: `“${first}” ${from.text}, “${last}” ${to.text}`,
      },
      worked: { vi: `${to.text} đứng trước ${from.text}`, en: `${to.text} is before ${from.text}` },
      why: {
        vi: `Việc không thể kết thúc hoặc đến hạn trước khi bắt đầu; ${rows.length - wrong.length} dòng khác của bảng đều đúng thứ tự.`,
        en: `Nothing ends or falls due before it begins; the ${rows.length - wrong.length} other rows of the table are in order.`,
      },
    }),
  )
}

/** The one day that the cell holds, and nothing much else. */
function onlyDay(mentions: readonly DateMention[] | undefined, text: string): DateMention | null {
  const [only, more] = mentions ?? []
  return only && !more && only.exists && text.trim().length - only.text.length < 12 ? only : null
}

function isBefore(late: DateMention, early: DateMention): boolean {
  const [last, first] = [spanOf(late.iso)?.last, spanOf(early.iso)?.first]
  return last !== undefined && first !== undefined && last < first
}
