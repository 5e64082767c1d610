import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import type { Found } from '../finding.ts'
import { type CountCell, countCells } from '../indicators/count-cell.ts'
import { sameTime } from '../indicators/period-words.ts'
import { DIVISIONS, ENDED, RECEIVED, STILL_OPEN } from '../lexicon/case-words.ts'
import { ONLY_SOME, WHOLE } from '../lexicon/partitions.ts'
import type { Reading, ReadTable } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

export const endedOverReceived: Rule = {
  id: 'ended-over-received',
  title: { vi: 'Xử lý nhiều hơn tiếp nhận', en: 'More handled than received' },
  about: {
    vi: 'Cộng số hồ sơ đã xử lý của một đơn vị trong một bảng rồi so với số hồ sơ tiếp nhận của đơn vị đó ở bảng khác cùng mục, cùng kỳ. Im lặng với cột hồ sơ đang giải quyết, khi bảng xử lý có cột tiếp nhận của chính nó, và khi nhiều bảng cùng ghi tiếp nhận.',
    en: 'Adds up the dossiers that a unit handled by one table and compares them with those it received by another table of the same section and period. Silent on columns of pending dossiers, when the table has received dossiers of its own, and when several tables tell of those received.',
  },
  check: endedAgainstReceived,
}

/** Cases ended, all kinds taken together, against cases received in another table of the same section. */
function endedAgainstReceived(reading: Reading): readonly Found[] {
  const cells = countCells(reading).all.filter(({ unit, thing }) => unit !== null && thing?.id === 'dossier')
  const rows = [...Map.groupBy(cells, ({ table, row }) => `${table.index}/${row}`).values()]
  const received = rows.flatMap((row) => row.filter(isReceived))
  const inSection = Map.groupBy(received, ({ table, unit }) => `${table.section.at(-2)}|${unit}`)
  return rows.flatMap((row) => {
    const counted = row.some(({ header }) => RECEIVED.test(fold(header))) ? [] : endedIn(row)
    const [first] = counted
    if (!first) return []
    const sum = counted.reduce((all, { value }) => all + value, 0)
    const candidates = inSection.get(`${first.table.section.at(-2)}|${first.unit}`) ?? []
    return (candidates.length === 1 ? candidates : [])
      .filter((other) => other.table !== first.table && sameSection(other.table, first.table))
      .filter(({ value }) => sum > value)
      .map((other): Found => {
        const total = `${counted.map(({ value }) => formatNumber(value)).join(' + ')}${counted.length > 1 ? ` = ${formatNumber(sum)}` : ''}`
        return {
          severity: 'likely',
          spots: [...counted.map(({ spot }) => spot), other.spot],
          stated: {
            vi: `Bảng ${first.table.index + 1} ghi đã xử lý ${formatNumber(sum)} hồ sơ; bảng ${other.table.index + 1} ghi tiếp nhận ${formatNumber(other.value)}`,
            en: `Table ${first.table.index + 1} says ${formatNumber(sum)} dossiers were handled; table ${other.table.index + 1} that ${formatNumber(other.value)} were received`,
          },
          worked: both(`${total} > ${formatNumber(other.value)}`),
          why: {
            vi: 'Cùng một đơn vị không thể xử lý nhiều hồ sơ hơn số đã tiếp nhận trong cùng kỳ.',
            en: 'One unit cannot handle more dossiers than it received in the period.',
          },
          notes: [
            {
              vi: 'Đúng nếu tính cả hồ sơ kỳ trước chuyển sang, hoặc hai hệ thống tiếp nhận hồ sơ khác nhau; khi đó cần ghi rõ.',
              en: 'Right if dossiers of the period before are counted, or the two systems take in different dossiers; it should then be said.',
            },
          ],
        }
      })
  })
}

function isReceived({ header }: CountCell): boolean {
  return RECEIVED.test(fold(header)) && WHOLE.test(fold(header))
}

/** The cells that together are all that was handled: the total, else parts of one division that do not hold each other. */
function endedIn(row: readonly CountCell[]): readonly CountCell[] {
  const ended = row.filter(({ header }) => ENDED.test(fold(header)) && !STILL_OPEN.test(fold(header)))
  const wholes = ended.filter(({ header }) => WHOLE.test(fold(header)))
  if (wholes.length > 0) return wholes.length === 1 ? wholes : []
  const parts = ended.filter(({ header }) => !ONLY_SOME.test(fold(header)))
  const divided = DIVISIONS.some((division) => parts.every(({ header }) => division.test(fold(header))))
  const nested = parts.some((whole) =>
    parts.some((one) =>
      parts.some(
        (other) =>
          one !== other &&
          one !== whole &&
          other !== whole &&
          one.value > 0 &&
          other.value > 0 &&
          one.value + other.value === whole.value,
      ),
    ),
  )
  return parts.length === 1 || (divided && !nested) ? parts : []
}

function sameSection(a: ReadTable, b: ReadTable): boolean {
  const [one, other] = [a.section.at(-2), b.section.at(-2)]
  return one !== undefined && one === other && sameTime(a, b)
}

function both(text: string) {
  return { vi: text, en: text }
}
