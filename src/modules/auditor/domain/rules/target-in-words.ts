import { formatNumber } from '#kernel/number.ts'
import { nfc } from '#kernel/text.ts'
import type { Found } from '../finding.ts'
import { type IndicatorRow, indicatorRows } from '../indicators/indicator-row.ts'
import { named } from '../indicators/tell.ts'
import type { Rule } from '../rule.ts'

export const targetInWords: Rule = {
  id: 'target-in-words',
  title: {
    vi: 'Chỉ tiêu ghi trong lời khác với cột chỉ tiêu',
    en: 'A target in words that the target columns contradict',
  },
  about: {
    vi: 'So mức ghi ngay trong tên chỉ tiêu (“phấn đấu đạt 95%”, “bảo đảm … đạt tối thiểu 10%”) với các cột chỉ tiêu của cùng dòng. Im lặng khi một cột ghi đúng mức đó, hoặc khi tên nói về một năm khác năm báo cáo.',
    en: 'Holds the level named in the indicator itself ("strive for 95%", "at least 10%") against the target columns of its row. Silent when a column states that level, or when the words speak of a later year.',
  },
  check: (reading) => indicatorRows(reading).flatMap((row) => checkRow(row, reading.day)),
}

/** `phần đầu` and `phân đấu` are what scanners make of `phấn đấu`. */
const STRIVES =
  /(?:phấn|phần|phân) (?:đấu|đầu)(?:\s+(?:đạt|đến|có))*(?:\s+(?:t[ỉỷ] lệ|mức|từ))?\s+(trên |tối thiểu |ít nhất )?(\d+(?:[.,]\d+)?)\s?%/iu
const AT_LEAST =
  /(?:bảo đảm|đảm bảo)[^;.]{0,120}?(?:đạt|chiếm|bố trí)\s+(tối thiểu|ít nhất|không dưới|không thấp hơn)\s+(\d+(?:[.,]\d+)?)\s?%/iu
/** So many times the minimum is no stricter target but another one. */
const BEYOND = 5

function checkRow(row: IndicatorRow, day: string | null): readonly Found[] {
  const label = nfc(row.label).replace(/\s+/g, ' ')
  const strives = STRIVES.exec(label)
  const found = strives ?? AT_LEAST.exec(label)
  const targets = row.targets.filter(({ kind }) => kind === 'percent')
  if (!found || targets.length === 0 || speaksOfLater(label, day)) return []
  const value = Number((found[2] ?? '').replace(',', '.'))
  const minimum = strives === null || found[1] !== undefined
  const below = targets.filter((target) => target.value < value)
  const beyond = targets.filter((target) => target.value >= value * BEYOND)
  const same = targets.some((target) => target.value === value)
  const against = strives && !minimum ? targets.filter((target) => target.value !== value) : below
  const contradicted = !same && against.length === targets.length
  if (!contradicted && !(minimum && beyond.length > 0)) return []
  const accused = contradicted ? against : beyond
  const levels = [...new Set(targets.map((target) => `${formatNumber(target.value)}%`))].join(', ')
  return [
    {
      severity: contradicted ? 'likely' : 'look',
      spots: [
        ...accused.map(({ cell }) => cell.spot),
        ...row.row.cells
          .filter(({ text }) => text.includes(row.label))
          .slice(0, 1)
          .map(({ spot }) => spot),
      ],
      stated: {
        vi: `Tên chỉ tiêu ghi “${named(found[0])}”; cột chỉ tiêu ghi ${levels}`,
        en: `The indicator says “${named(found[0])}”; the target columns say ${levels}`,
      },
      worked: {
        vi: `${formatNumber(value)}% ${contradicted ? '≠' : 'so với'} ${[...new Set(accused.map((target) => `${formatNumber(target.value)}%`))].join(', ')}`,
        en: `${formatNumber(value)}% ${contradicted ? '≠' : 'against'} ${[...new Set(accused.map((target) => `${formatNumber(target.value)}%`))].join(', ')}`,
      },
      why: contradicted
        ? {
            vi: 'Một dòng nêu hai mức chỉ tiêu khác nhau cho cùng một việc.',
            en: 'One row states two different targets for one thing.',
          }
        : {
            vi: 'Cột chỉ tiêu gấp nhiều lần mức mà chính tên chỉ tiêu yêu cầu.',
            en: 'The target column is many times what the indicator itself asks for.',
          },
      notes: [
        {
          vi: 'Các cột có thể là mức của kỳ này, còn lời nêu mức của cuối năm hoặc mức cấp trên giao; khi đó nên ghi rõ.',
          en: 'The columns may be for this period and the words for the end of the year, or for another level; it should then be said.',
        },
      ],
    },
  ]
}

/** Whether the words name a year after the report's, or one that cannot be compared. */
function speaksOfLater(label: string, day: string | null): boolean {
  const years = [...label.matchAll(/(?<!\d)20\d\d(?!\d)/gu)].map(([year]) => Number(year))
  return years.length > 0 && (day === null || years.some((year) => year !== Number(day.slice(0, 4))))
}
