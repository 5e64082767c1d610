import { nfc } from '#kernel/text.ts'
import { OTHER_PERCENT_AFTER, OTHER_PERCENT_BEFORE, SHARE_WORDS } from '../lexicon/shares.ts'
import { BOUND_PATTERN, boundOf } from './amount.ts'
import { type Fraction, readFractions } from './fraction.ts'
import { readNumeral } from './numeral.ts'
import type { PlacedAmount, Statement } from './reading.ts'
import { clauseBounds } from './sentence.ts'

/** A statement of one text, before it is known where the text stands. */
export type TextStatement = Omit<Statement, 'spot' | 'table' | 'row'>

/**
 * Every share and fraction of the text in its order. A percentage belongs to a fraction only when both stand in one clause and
 * nothing else claims either: two fractions beside one percentage give three statements.
 */
export function readStatements(text: string): readonly TextStatement[] {
  if (!/[/%]|phần/u.test(text)) return []
  const plain = nfc(text)
  const fractions = readFractions(plain)
  const percents = readPercents(plain)
  const pairs = pair(plain, fractions, percents)
  const paired = new Set([...pairs.values()].map(({ percent }) => percent))
  const withFraction = fractions.map((fraction) => statementOf(plain, fraction, pairs.get(fraction)))
  const alone = percents
    .filter((percent) => !paired.has(percent))
    .map((percent) => statementOf(plain, null, { percent, loose: false }))
  return [...withFraction, ...alone].toSorted((a, b) => a.from - b.from)
}

const PERCENT = new RegExp(
  `(?:(?<![\\p{L}\\d])(${BOUND_PATTERN})\\s*)?(?<![\\p{L}\\d.,/\\-–]|\\d\\s?[-–]\\s)(\\d{1,9}(?:[.,]\\d{1,9})?)\\s?(%|phần\\s+trăm)(?!\\s?[-–]\\s?\\d)`,
  'giu',
)

/** The percentages of the text; the ends of a range (`80-90%`) are none. */
function readPercents(text: string): readonly PlacedAmount[] {
  return [...text.matchAll(PERCENT)].flatMap((found) => {
    const [all, boundWord, digits = '', sign = ''] = found
    const read = readNumeral(digits, 'percent')
    if (!read) return []
    const to = found.index + all.length
    const from = found.index + all.lastIndexOf(digits, all.length - sign.length)
    const bound = boundWord === undefined ? undefined : boundOf(boundWord)
    return [{ ...read, text: text.slice(from, to), from, to, ...(bound === undefined ? {} : { bound }) }]
  })
}

/** How closely a percentage and a fraction stand together, the lower, the closer; loose when they may be of different things. */
type Tie = { readonly rank: number; readonly loose: boolean }

function tie(text: string, fraction: Fraction, percent: PlacedAmount): Tie | null {
  if (!ownShare(text, percent)) return null
  return percent.to <= fraction.from ? percentFirst(text, fraction, percent) : fractionFirst(text, fraction, percent)
}

const words = (list: readonly string[]) =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|')
const OTHER_BEFORE = new RegExp(
  `(?<!\\p{L})(?:${words(OTHER_PERCENT_BEFORE)})(?:\\s+(?:là|đến|lên|xuống|thêm))?\\s*(?:${BOUND_PATTERN})?\\s*$`,
  'iu',
)
const OTHER_AFTER = new RegExp(`^\\s*\\)?\\s*(?:${words(OTHER_PERCENT_AFTER)})`, 'iu')

function ownShare(text: string, percent: PlacedAmount): boolean {
  return (
    !OTHER_BEFORE.test(text.slice(Math.max(0, percent.from - 40), percent.from)) &&
    !OTHER_AFTER.test(text.slice(percent.to, percent.to + 60))
  )
}

/** `98.27% (23.391/23.802)` · `34% (Thực hiện 18/52 cuộc …)` · `39% cán bộ … (202/511)` · `54%, tương ứng 7/13 xã`. */
function percentFirst(text: string, fraction: Fraction, percent: PlacedAmount): Tie | null {
  const between = text.slice(percent.to, fraction.from)
  if (/^\s*\(\s*$/.test(between)) return { rank: 0, loose: false }
  if (/^\s*(?:=|,?\s*tương (?:ứng|đương)(?: với)?)\s*$/iu.test(between)) return { rank: 1, loose: false }
  if (/\d|[;%]/.test(between) || SAMPLE.test(between)) return null
  const bracket = /^([^()]*)\(([^()]*)$/u.exec(between)
  if (!bracket) return null
  const [, outside = '', inside = ''] = bracket
  if (ANOTHER_THING.test(outside)) return null
  if (outside.trim() === '') return { rank: 1, loose: !LEAD_IN.test(inside) }
  const [said, counted] = [firstWords(outside), firstWords(text.slice(fraction.to))]
  return { rank: 2, loose: inside.trim() !== '' || (counted !== '' && said !== counted) }
}

/** The first two words, by which `doanh nghiệp được tiếp cận` and `doanh nghiệp tham dự` are known to count the same thing. */
function firstWords(text: string): string {
  return (/^\s*((?:\p{L}+\s+)?\p{L}+)/u.exec(text.replace(/^\s*(?:các|số|những)\s/iu, ' '))?.[1] ?? '').toLowerCase()
}

/** Words before a fraction in a bracket that only lead to it. */
const LEAD_IN = /^\s*(?:(?:đã|hiện|có|thực hiện|được|đạt|là|tức|gồm|với|tương ứng|cụ thể|trong đó|tổng số)\s*:?\s*)*$/iu
/** A fraction that says how many were asked, not how many answered so. */
const SAMPLE = /(?<!\p{L})(?:khảo sát|điều tra|lấy ý kiến|phỏng vấn|phiếu|mẫu|tham gia đánh giá)(?!\p{L})/iu
/** Words behind which the text turns to a part or another matter. */
const ANOTHER_THING = /(?<!\p{L})(?:trong đó|gồm|riêng|còn lại|so với|cùng kỳ|ngoài ra|cụ thể|như sau)(?!\p{L})/iu
/** A rate of the counted things themselves: of `12/17 xã có tỷ lệ hộ nghèo dưới 3%` the 3% is no share. */
const INNER_RATE = /(?<!\p{L})(?:t[ỷỉ] (?:lệ|suất|trọng)|mức|tốc độ|bình quân|trung bình|lãi suất|điểm)(?!\p{L})/iu
/** One to four words without `có`, behind which the text would tell of something that the counted things have. */
const ONE_THING = /^\s*(?:(?!có(?!\p{L}))\p{L}+\s*){0,4}$/iu
const SHARE = `(?:(?:${words(SHARE_WORDS)})\\s*)(?:${BOUND_PATTERN})?\\s*$`
const SHARE_IN_BRACKET = new RegExp(`^([^()]*)\\(\\s*(?:${BOUND_PATTERN}\\s*)?(?:${SHARE})?$`, 'iu')
const SHARE_AFTER_COMMA = new RegExp(`^([^()]*),\\s*(?:và\\s+|đã\\s+)?${SHARE}`, 'iu')
const SHARE_AT_ONCE = new RegExp(`^([^(),]*?)\\s*(?<!\\p{L})${SHARE}`, 'iu')

/** `18/52 cuộc (34%)` · `1.147/2.154 người có công …, đạt 54%` · `18/52 = 34,6%`. */
function fractionFirst(text: string, fraction: Fraction, percent: PlacedAmount): Tie | null {
  const between = text.slice(fraction.to, percent.from)
  if (/^\s*(?:\(|=|\(=)\s*$/.test(between)) return { rank: 0, loose: false }
  if (/[\d;%]/.test(between) || ANOTHER_THING.test(between)) return null
  const ties = [
    { found: SHARE_IN_BRACKET.exec(between), rank: 1, loose: false },
    { found: SHARE_AFTER_COMMA.exec(between), rank: 2, loose: false },
    { found: SHARE_AT_ONCE.exec(between), rank: 2, loose: true },
  ]
  const [first] = ties.filter(({ found }) => found)
  if (!first) return null
  const before = first.found?.[1] ?? ''
  // Without a comma only a word or two may stand between: `5/8 xã đạt 62,5%`.
  if (INNER_RATE.test(before) || (first.loose && !ONE_THING.test(before))) return null
  return { rank: first.rank, loose: first.loose }
}

/** A percentage farther from a fraction than this is not tied to it by any wording. */
const FARTHEST = 300

type Pair = { readonly percent: PlacedAmount; readonly loose: boolean }

/** Each fraction with the percentage that is its own. Whoever is claimed equally closely by two belongs to none. */
function pair(text: string, fractions: readonly Fraction[], percents: readonly PlacedAmount[]): Map<Fraction, Pair> {
  const claims = fractions.flatMap((fraction) => {
    const clause = clauseBounds(text, fraction.from)
    return percents
      .filter(
        ({ from, to }) =>
          from >= clause.from && from < clause.to && Math.max(fraction.from - to, from - fraction.to) <= FARTHEST,
      )
      .flatMap((percent) => {
        const tied = tie(text, fraction, percent)
        return tied ? [{ fraction, percent, ...tied }] : []
      })
  })
  const bestOf = (mine: typeof claims) => {
    const best = mine.toSorted((a, b) => a.rank - b.rank)
    return best[1] && best[0]?.rank === best[1].rank ? undefined : best[0]
  }
  const pairs = new Map<Fraction, Pair>()
  for (const fraction of fractions) {
    const best = bestOf(claims.filter((claim) => claim.fraction === fraction))
    if (!best) continue
    const rivals = fractionsBeside(text, fractions, best.percent, fraction)
    if (rivals || bestOf(claims.filter(({ percent }) => percent === best.percent))?.fraction !== fraction) continue
    pairs.set(fraction, best)
  }
  for (const [fraction, { percent }] of pairs)
    if (percent.from > fraction.from && jointly(text, fractions, pairs, fraction)) pairs.delete(fraction)
  return pairs
}

/** Whether a fraction without a share of its own stands before in the clause: `12/17 phường và 30/45 trường, đạt 68%` is of both. */
function jointly(
  text: string,
  fractions: readonly Fraction[],
  pairs: ReadonlyMap<Fraction, Pair>,
  own: Fraction,
): boolean {
  const clause = clauseBounds(text, own.from)
  return fractions.some((other) => other.from >= clause.from && other.from < own.from && !pairs.has(other))
}

/** Whether the bracket behind the percentage holds another fraction too: then it is the share of neither. */
function fractionsBeside(text: string, fractions: readonly Fraction[], percent: PlacedAmount, own: Fraction): boolean {
  if (percent.from > own.from) return false
  const open = text.indexOf('(', percent.to)
  if (open < 0 || open > own.from) return false
  const close = text.indexOf(')', own.to)
  return fractions.some((other) => other !== own && other.from > open && other.to <= (close < 0 ? text.length : close))
}

/** Characters around a statement in which its subject is looked for. */
const MOST_BEFORE = 240

function statementOf(text: string, fraction: Fraction | null, pair: Pair | undefined): TextStatement {
  const percent = pair?.percent ?? null
  const from = Math.min(fraction?.from ?? Number.POSITIVE_INFINITY, percent?.from ?? Number.POSITIVE_INFINITY)
  const to = Math.max(fraction?.to ?? 0, percent?.to ?? 0)
  const clause = clauseBounds(text, from)
  return {
    from,
    to,
    percent,
    ...(pair?.loose ? { loose: true as const } : {}),
    numerator: fraction?.numerator ?? null,
    denominator: fraction?.denominator ?? null,
    ofWhat: wordsBehind(text.slice(fraction?.to ?? to, Math.min(clause.to, to + MOST_BEFORE))),
    subject: wordsBefore(text.slice(Math.max(clause.from, from - MOST_BEFORE), from)),
  }
}

/** The words up to the next mark or number. */
function wordsBehind(text: string): string {
  return (/^[^,;:.()\d\n%]*/.exec(text)?.[0] ?? '').replace(/\s+/g, ' ').trim().slice(0, 120)
}

function wordsBefore(text: string): string {
  const trimmed = text.replace(/^[\s\-–•+*]+/u, '').replace(/[\s(,:]+$/u, '')
  return trimmed.replace(/\s+/g, ' ').slice(-160).trim()
}
