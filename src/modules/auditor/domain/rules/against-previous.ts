import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import type { Found } from '../finding.ts'
import type { CountCell } from '../indicators/count-cell.ts'
import { byLabel, previousReading, type Successor, successors, withoutTime } from '../indicators/previous.ts'
import { named } from '../indicators/tell.ts'
import { CUMULATIVE, PERIOD_BEFORE, PERIOD_NOW } from '../lexicon/time-words.ts'
import type { ReadColumn, Reading } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

/** A column copied whole is told when so many rows of some size are the same. */
const LEAST_SAME = 4
const LEAST_VALUE = 100

type Compared = { readonly now: CountCell; readonly before: CountCell }

export const againstPrevious: Rule = {
  id: 'against-previous',
  title: { vi: 'Mâu thuẫn với báo cáo kỳ trước', en: 'At odds with the report before' },
  about: {
    vi: 'So bảng có cùng tên và đầu cột ở báo cáo kỳ trước: số lũy kế không thể giảm trong cùng năm; một cột trong kỳ giống hệt kỳ trước là số cũ chưa thay; số “kỳ trước” phải đúng như kỳ trước đã báo cáo. Im lặng khi văn bản trước là một bản khác của chính báo cáo này.',
    en: 'Compares tables of the same title and headers in the report before: a cumulative figure cannot fall within a year; a column of the period that is wholly the same was not brought up to date; figures of "the period before" must be what that report said. Silent when the earlier document is a version of this very report.',
  },
  check(reading) {
    const before = previousReading(reading)
    if (!before) return []
    return successors(reading, before).flatMap((pair) => [
      ...fallen(reading, before, pair),
      ...copied(reading, before, pair),
      ...misquoted(reading, before, pair),
    ])
  },
}

function compare(
  reading: Reading,
  before: Reading,
  pair: Successor,
  now: ReadColumn,
  then: ReadColumn,
): readonly Compared[] {
  const old = byLabel(before, pair.before, then)
  return [...byLabel(reading, pair.now, now)].flatMap(([label, cell]) => {
    const earlier = old.get(label)
    return earlier ? [{ now: cell, before: earlier }] : []
  })
}

function columnPairs({ now, before }: Successor) {
  return now.columns.flatMap((column) => {
    const same = before.columns.filter(({ header }) => withoutTime(header) === withoutTime(column.header))
    return column.kind === 'count' && same[0] && same.length === 1 ? [{ now: column, before: same[0] }] : []
  })
}

function fallen(reading: Reading, before: Reading, pair: Successor): readonly Found[] {
  const inOneYear =
    reading.day !== null &&
    before.day !== null &&
    reading.day.slice(0, 4) === before.day.slice(0, 4) &&
    reading.day > before.day
  return columnPairs(pair).flatMap((columns) => {
    const about = fold(`${pair.now.title} ${columns.now.header}`)
    if (!CUMULATIVE.test(about) || (/\btu dau nam\b/.test(about) && !inOneYear)) return []
    return compare(reading, before, pair, columns.now, columns.before)
      .filter((one) => one.now.value < one.before.value)
      .map(
        (one): Found => ({
          severity: 'likely',
          spots: [one.now.spot],
          stated: {
            vi: `“${labelOf(one)}”: lũy kế ${formatNumber(one.now.value)}, báo cáo trước ghi ${formatNumber(one.before.value)}`,
            en: `“${labelOf(one)}”: cumulative ${formatNumber(one.now.value)}, the report before said ${formatNumber(one.before.value)}`,
          },
          worked: same(
            `${formatNumber(one.now.value)} < ${formatNumber(one.before.value)} (${formatNumber(one.now.value - one.before.value)})`,
          ),
          why: {
            vi: 'Số lũy kế không thể nhỏ hơn lần báo cáo trước.',
            en: 'A cumulative figure cannot be smaller than it was in the report before.',
          },
          notes: [
            { vi: 'Đúng nếu báo cáo trước đã được đính chính.', en: 'Right if the report before was corrected.' },
          ],
        }),
      )
  })
}

function copied(reading: Reading, before: Reading, pair: Successor): readonly Found[] {
  return columnPairs(pair).flatMap((columns): readonly Found[] => {
    const about = fold(columns.now.header)
    if (CUMULATIVE.test(about) || PERIOD_BEFORE.test(about) || STANDING.test(about)) return []
    const compared = compare(reading, before, pair, columns.now, columns.before)
    const large = compared.filter(({ now }) => now.value >= LEAST_VALUE)
    if (large.length < LEAST_SAME || compared.some((one) => one.now.value !== one.before.value)) return []
    return [
      {
        severity: 'likely',
        spots: compared.map(({ now }) => now.spot),
        stated: {
          vi: `Cột “${named(columns.now.header)}” giống hệt báo cáo kỳ trước ở ${compared.length} dòng`,
          en: `The column “${named(columns.now.header)}” is the same as in the report before in ${compared.length} rows`,
        },
        worked: same(
          large
            .slice(0, 4)
            .map(({ now }) => `${labelOf({ now })}: ${formatNumber(now.value)} = ${formatNumber(now.value)}`)
            .join('; '),
        ),
        why: {
          vi: 'Số liệu trong kỳ của nhiều đơn vị không thể lặp lại y nguyên; cột này có thể chưa được cập nhật.',
          en: 'The figures of several units for a period do not repeat themselves; the column may not have been brought up to date.',
        },
      },
    ]
  })
}

/** Columns whose values may well stay: staff, units, procedures on the list, areas. */
const STANDING =
  /\btthc\b|\bthu tuc\b|\bdich vu cong\b|\bbien che\b|\bcan bo\b|\bdan so\b|\bho\b|\bdien tich\b|\bda cap\b|\bsu dung\b|\bke hoach\b|\bchi tieu\b|\bdu toan\b|\btruong\b|\blop\b|\bhoc sinh\b|\bdon vi\b|\bthon\b|\bhien co\b|\btong so (?:dn|doanh nghiep)\b|\bmay\b/

function misquoted(reading: Reading, before: Reading, pair: Successor): readonly Found[] {
  const [quotes, ...more] = pair.now.columns.filter(
    ({ header, kind }) => kind === 'count' && PERIOD_BEFORE.test(fold(header)),
  )
  const [original, ...others] = pair.before.columns.filter(
    ({ header, kind }) => kind === 'count' && PERIOD_NOW.test(fold(header)),
  )
  if (!quotes || !original || more.length > 0 || others.length > 0) return []
  const compared = compare(reading, before, pair, quotes, original)
  const differing = compared.filter((one) => one.now.value !== one.before.value)
  // When most differ the columns are not what they seem.
  if (differing.length * 2 > compared.length) return []
  return differing.map((one) => ({
    severity: 'likely',
    spots: [one.now.spot],
    stated: {
      vi: `“${labelOf(one)}”: kỳ trước ${formatNumber(one.now.value)}; báo cáo kỳ trước ghi ${formatNumber(one.before.value)}`,
      en: `“${labelOf(one)}”: period before ${formatNumber(one.now.value)}; the report of that period said ${formatNumber(one.before.value)}`,
    },
    worked: {
      vi: `${formatNumber(one.now.value)} ≠ ${formatNumber(one.before.value)}; ${compared.length - differing.length} dòng khác ghi đúng như kỳ trước`,
      en: `${formatNumber(one.now.value)} ≠ ${formatNumber(one.before.value)}; ${compared.length - differing.length} other rows say what was said then`,
    },
    why: {
      vi: 'Số kỳ trước phải đúng như kỳ trước đã báo cáo.',
      en: 'Figures of the period before have to be what was reported then.',
    },
    notes: [{ vi: 'Đúng nếu số kỳ trước đã được đính chính.', en: 'Right if the earlier figure was corrected since.' }],
  }))
}

function labelOf({ now }: Pick<Compared, 'now'>): string {
  return named(now.table.rows[now.row]?.label ?? '', 60)
}

function same(text: string) {
  return { vi: text, en: text }
}
