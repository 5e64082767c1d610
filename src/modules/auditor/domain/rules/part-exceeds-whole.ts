import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import { arithmeticOf } from '../arithmetic/constraints.ts'
import type { Sheet } from '../arithmetic/sheet.ts'
import { columnName, spotOf } from '../arithmetic/tell.ts'
import type { Found } from '../finding.ts'
import { CONTAINMENT, PART_OF } from '../lexicon/containment.ts'
import { WHOLE } from '../lexicon/partitions.ts'
import type { Rule } from '../rule.ts'

type Pair = { readonly part: number; readonly whole: number; readonly said: boolean }

export const partExceedsWhole: Rule = {
  id: 'part-exceeds-whole',
  title: { vi: 'Một phần lớn hơn toàn bộ', en: 'A part larger than the whole' },
  about: {
    vi: 'So cột đứng dưới chữ “Trong đó” với cột tổng của nó, và những cặp mà theo nghĩa thì cột này luôn nằm trong cột kia (giao dịch thành công trong tổng số giao dịch…).',
    en: 'Compares columns under "Trong đó" (of which) with their whole, and pairs of which one is always some of the other (successful payments among all payments…).',
  },
  check: ({ tables }) =>
    tables.flatMap((table) => {
      const { sheet } = arithmeticOf(table)
      const pairs = pairsOf(sheet)
      return pairs.flatMap((pair) => {
        const rows = table.rows.flatMap(({ kind }, row) => (kind === 'data' || kind === 'total' ? [row] : []))
        const broken = rows.filter((row) => exceeds(sheet, pair, row))
        const kept = rows.filter((row) => keeps(sheet, pair, row)).length
        // When most rows break it, the columns do not mean what their headers seem to say.
        if (broken.length > Math.max(1, kept)) return []
        return broken.map((row) => tell(sheet, pair, row))
      })
    }),
}

function exceeds(sheet: Sheet, { part, whole }: Pair, row: number): boolean {
  const [some, all] = [sheet.values[row]?.[part] ?? null, sheet.values[row]?.[whole] ?? null]
  return some !== null && all !== null && some > all
}

function keeps(sheet: Sheet, { part, whole }: Pair, row: number): boolean {
  const [some, all] = [sheet.values[row]?.[part] ?? null, sheet.values[row]?.[whole] ?? null]
  return some !== null && all !== null && some <= all
}

function pairsOf(sheet: Sheet): readonly Pair[] {
  const columns = sheet.counts.map((index) => ({
    index,
    header: fold(sheet.table.columns[index]?.header ?? ''),
    leaf: fold(sheet.table.columns[index]?.path.at(-1) ?? ''),
  }))
  const byMeaning = columns.flatMap(({ index: part, header }) =>
    CONTAINMENT.flatMap(({ part: isPart, whole: isWhole, not }): readonly Pair[] => {
      if (!isPart.test(header) || not?.test(header)) return []
      const whole = columns.find(
        (column) => column.index !== part && isWhole.test(column.header) && !not?.test(column.header),
      )
      return whole ? [{ part, whole: whole.index, said: false }] : []
    }),
  )
  const below = columns.flatMap(({ index: part }): readonly Pair[] => {
    const path = sheet.table.columns[part]?.path ?? []
    if (!path.some((text) => PART_OF.test(fold(text)))) return []
    const whole = columns.findLast(
      (column) => column.index < part && !PART_OF.test(column.header) && WHOLE.test(column.leaf),
    )
    return whole ? [{ part, whole: whole.index, said: true }] : []
  })
  return [...below, ...byMeaning]
}

function tell(sheet: Sheet, { part, whole, said }: Pair, row: number): Found {
  const { table } = sheet
  const [some, all] = [sheet.values[row]?.[part] ?? 0, sheet.values[row]?.[whole] ?? 0]
  const [partName, wholeName] = [columnName(table, part), columnName(table, whole)]
  return {
    severity: 'proved',
    spots: [spotOf(table, { row, column: part }), spotOf(table, { row, column: whole })],
    stated: {
      vi: `${partName} ghi ${formatNumber(some)}, ${wholeName} ghi ${formatNumber(all)}`,
      en: `${partName} states ${formatNumber(some)}, ${wholeName} states ${formatNumber(all)}`,
    },
    worked: { vi: `${formatNumber(some)} > ${formatNumber(all)}`, en: `${formatNumber(some)} > ${formatNumber(all)}` },
    why: said
      ? {
          vi: `${partName} đứng dưới “Trong đó” của ${wholeName} nên không thể lớn hơn.`,
          en: `${partName} stands under "of which" of ${wholeName} and cannot be larger.`,
        }
      : {
          vi: `Theo đầu cột, ${partName} chỉ đếm một phần của ${wholeName} nên không thể lớn hơn.`,
          en: `By the headers, ${partName} counts only some of ${wholeName} and cannot be larger.`,
        },
  }
}
