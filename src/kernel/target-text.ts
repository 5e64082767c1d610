import { type Day, dayOf } from './calendar.ts'
import { parseNumber } from './number.ts'
import type { Target, TargetOperator, TargetPart } from './target.ts'

/** Longest first, so that "không thấp hơn" is not read as "hơn". */
const OPERATOR_WORDS: readonly (readonly [string, TargetOperator])[] = [
  ['không thấp hơn', '>='],
  ['không ít hơn', '>='],
  ['không vượt quá', '<='],
  ['không quá', '<='],
  ['lớn hơn', '>'],
  ['nhiều hơn', '>'],
  ['nhỏ hơn', '<'],
  ['thấp hơn', '<'],
  ['ít hơn', '<'],
  ['tối thiểu', '>='],
  ['ít nhất', '>='],
  ['tối đa', '<='],
  ['trên', '>'],
  ['hơn', '>'],
  ['vượt', '>'],
  ['dưới', '<'],
  ['đúng', '='],
  ['bằng', '='],
  ['top', '<='],
  ['đạt', '>='],
  ['từ', '>='],
  ['>=', '>='],
  ['<=', '<='],
  ['≥', '>='],
  ['≤', '<='],
  ['>', '>'],
  ['<', '<'],
  ['=', '='],
]
const WORDS = OPERATOR_WORDS.map(([word]) => word).join('|')
const FIGURE = new RegExp(
  `(?<maintain>duy trì )?(?<reached>đạt )?(?:(?<![\\p{L}])(?<operator>${WORDS}) ?)?(?<![\\d.,])(?<number>\\d[\\d.,]*\\d|\\d) ?(?<percent>%)?`,
  'giu',
)
const BY =
  /(?:đến|tới|trong|vào)?\s*(?:(?:cuối|hết)\s+năm(?:\s+(?<endYear>\d{4}))?|năm\s+(?<year>\d{4})|(?:ngày\s+)?(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<dayYear>\d{4}))/iu
const RANGE = /\d\s*%?\s*[-–]\s*\d/u
/** A placeholder of the same length keeps dates out of the figures. */
const BLANK = '\u0001'

/**
 * The target an official wrote: `100%`, `Trên 8,5%.`, `30% đến cuối năm là 50%`, `50% sản phẩm; 85% hộ`, `Tối thiểu 10%`,
 * `Duy trì trên 51% …`. A bare percentage means "at least". A number without % counts only at the beginning or after a word
 * of comparison. Text that sets no number (or a range) has no parts and cannot be judged.
 *
 * @param endOfYear the day "cuối năm" means when the text names no year; without it such a part counts at once
 */
export function parseTarget(text: string, endOfYear: Day | null = null): Target {
  const written = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (RANGE.test(written)) return { text: written, parts: [] }
  const parts = written.split(/[;\n]/).flatMap((segment) => readSegment(segment.trim(), endOfYear))
  return { text: written, parts: parts.slice(0, 20) }
}

type Found = { readonly start: number; readonly end: number; readonly part: Omit<TargetPart, 'label' | 'by'> }

function readSegment(segment: string, endOfYear: Day | null): readonly TargetPart[] {
  const masked = segment.replace(new RegExp(BY.source, 'giu'), (date) => BLANK.repeat(date.length))
  const figures = [...masked.matchAll(FIGURE)].flatMap((match) => readFigure(match, segment))
  const percents = figures.filter(({ part }) => part.unit === 'percent')
  const chosen = percents.length > 0 ? percents : figures.slice(0, 1)
  return chosen.map((figure, index) => {
    const before = segment.slice(chosen[index - 1]?.end ?? 0, figure.start)
    const after = segment.slice(figure.end, chosen[index + 1]?.start ?? segment.length)
    const by = dayBefore(before, index === 0, endOfYear) ?? dayAfter(after, index + 1 < chosen.length, endOfYear)
    const label = labelOf(after, before, index, chosen.length)
    return { ...figure.part, ...upOrDown(after, figure.part.operator), label, by }
  })
}

function readFigure(match: RegExpExecArray, segment: string): readonly Found[] {
  const { maintain, reached, operator, number = '', percent } = match.groups ?? {}
  const atStart = segment.slice(0, match.index).trim() === ''
  if (!percent && !operator && !maintain && !reached && !atStart) return []
  const read = parseNumber(percent ? number.replace(/^(\d+)[.,](\d+)$/, '$1,$2') : number)
  if ('error' in read) return []
  const meant = OPERATOR_WORDS.find(([word]) => word === operator?.toLowerCase())?.[1] ?? '>='
  const part = {
    operator: meant,
    maintain: maintain !== undefined,
    value: read.value,
    unit: percent ? 'percent' : 'count',
  } as const
  return [{ start: match.index, end: match.index + match[0].length, part }]
}

function upOrDown(after: string, operator: TargetOperator): { operator: TargetOperator } {
  if (/^ ?trở lên/iu.test(after)) return { operator: '>=' }
  return { operator: /^ ?trở xuống/iu.test(after) ? '<=' : operator }
}

/** "đến cuối năm là" directly before a figure gives that figure its day; a comma ends what belongs to the figure before. */
function dayBefore(before: string, isFirst: boolean, endOfYear: Day | null): Day | null {
  const found = BY.exec(before)
  if (!found) return null
  const rest = before.slice(found.index + found[0].length).trim()
  if (rest === ',' && !isFirst) return null
  return /^[\s,:]*(?:phấn đấu|phân đầu|phần đầu)?\s*(?:là|đạt|tăng lên|lên)?[\s:]*$/iu.test(rest)
    ? dayIn(found, endOfYear)
    : null
}

/** "đến năm 2030" behind a figure, unless it stands directly before the next one. */
function dayAfter(after: string, hasNext: boolean, endOfYear: Day | null): Day | null {
  const found = BY.exec(after)
  if (!found || (hasNext && dayBefore(after, false, endOfYear) !== null)) return null
  return dayIn(found, endOfYear)
}

function dayIn(found: RegExpExecArray, endOfYear: Day | null): Day | null {
  const { endYear, year, day, month, dayYear } = found.groups ?? {}
  if (day && month && dayYear) return dayOf(Number(dayYear), Number(month), Number(day))
  const named = endYear ?? year
  return named ? dayOf(Number(named), 12, 31) : endOfYear
}

/** The words behind the figure, or, when there are none and it is the only one, the words before it. */
function labelOf(after: string, before: string, index: number, count: number): string | null {
  const cleaned = (words: string) =>
    words
      .replace(new RegExp(BY.source, 'giu'), ' ')
      .replace(/^[\s.,:)]*(?:trở lên|trở xuống)?/iu, '')
      .replace(/(?:[\s.,:(]|(?<!\p{L})(?:và|là|phấn đấu|phân đầu|phần đầu|đạt))+$/iu, '')
      .trim()
  const label = cleaned(after) || (index === 0 && count === 1 ? cleaned(before) : '')
  return label === '' ? null : label.slice(0, 300)
}
