import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import type { Found, Spot } from '../finding.ts'
import { LISTED, NAMES_A_THING } from '../lexicon/counted.ts'
import { DISJOINT_PARTS } from '../lexicon/disjoint-parts.ts'
import { readNumeral } from '../reading/numeral.ts'
import { sentenceBounds } from '../reading/sentence.ts'
import { type PlacedText, proseOf } from '../reading/text-reading.ts'
import type { Rule } from '../rule.ts'

export const enumerationCount: Rule = {
  id: 'enumeration-count',
  title: { vi: 'Số đã nêu khác số liệt kê', en: 'A count that its list does not bear out' },
  about: {
    vi: 'Đếm danh sách đánh số (1), (2), … sau “gồm 8 dự án:” và cộng các phần sau “gồm”, “trong đó”. Với “trong đó” chỉ nêu khi một phần lớn hơn toàn bộ, hoặc các phần không thể trùng nhau (nam và nữ, đúng hạn và trễ hạn) mà cộng lại lớn hơn toàn bộ: phần được kể không nhất thiết là tất cả.',
    en: 'Counts lists numbered (1), (2), … behind “8 projects:” and adds up parts behind “consisting of” and “of which”. Behind “of which” it tells only of a part larger than the whole, or of parts that cannot overlap (men and women, in time and late) exceeding it: what is told need not be everything.',
  },
  check: ({ document }) =>
    proseOf(document).flatMap((place) => [
      ...(place.text.includes('(1)') ? numberedLists(place) : []),
      ...(OPENS_PARTS.test(place.text) ? parts(place) : []),
    ]),
}

const OPENS_PARTS = /trong đó|gồm|chia ra|cụ thể/iu

const NUM = String.raw`(?<![\d.,/(])(\d{1,3}(?:\.\d{3})+|\d{1,9})(?![\d/%]|[.,]\d|\s?%)`
const COUNT_BEFORE = new RegExp(
  String.raw`${NUM}\s+((?:\p{L}+[\s]+){0,8}?\p{L}+)\s*,?\s*(?:gồm|bao gồm|cụ thể|như sau|sau đây|sau|là)?(?:\s+(?:như sau|sau|có|cụ thể|các \p{L}+))?\s*:?\s*$`,
  'iu',
)

/** `8 dự án đầu tư công, gồm: (1) …; (2) …` */
function numberedLists({ spot, text }: PlacedText): readonly Found[] {
  return [...text.matchAll(/\(1\)\s/g)].flatMap((start): Found[] => {
    const items = itemsFrom(text, start.index)
    const before = text.slice(Math.max(0, start.index - 140), start.index)
    const counted = COUNT_BEFORE.exec(before)
    const count = counted ? (readNumeral(counted[1] ?? '', 'count')?.value ?? 0) : 0
    if (!counted || items < 2 || count < 2 || count > 60 || count === items || !/[:,]|gồm|là/u.test(counted[0]))
      return []
    const noun = (counted[2] ?? '').trim()
    if (!LISTED_NOUN.test(fold(noun)) || NAMES_A_THING.test(before.slice(0, counted.index))) return []
    const from = start.index - before.length + counted.index
    return [
      {
        severity: 'likely',
        spots: [{ ...spot, from, to: start.index + 3 }],
        stated: { vi: `${counted[1]} ${noun}`, en: `${counted[1]} ${noun}` },
        worked: { vi: `danh sách đánh số từ (1) đến (${items})`, en: `the list is numbered (1) to (${items})` },
        why: {
          vi: 'Số đã nêu khác số mục được liệt kê ngay sau đó.',
          en: 'The count is not the number of items listed behind it.',
        },
      },
    ]
  })
}

const LISTED_NOUN = new RegExp(`^(?:${LISTED.map(fold).join('|')})\\b`)

/** The last of the numbers (1), (2), … that follow one another from here. */
function itemsFrom(text: string, from: number): number {
  let expected = 1
  for (const found of text.slice(from).matchAll(/\((\d{1,2})\)/g)) if (Number(found[1]) === expected) expected++
  return expected - 1
}

type Part = {
  readonly value: number
  readonly words: string
  readonly noun: string
  readonly from: number
  readonly to: number
  readonly text: string
}

const WHOLE = new RegExp(
  String.raw`${NUM}\s+(\p{L}[^\d;.():%]{1,80}?)(?:\s+\([^()\d]{1,60}\))?,?\s+\(?(trong đó|bao gồm|gồm|chia ra|cụ thể)(?:\s+(?:có|là|gồm))?\s*:?\s+`,
  'giu',
)

/** Characters of a list that are read. */
const LONGEST_LIST = 500

/** `12 nội dung, trong đó 04 … và 8 …` */
function parts({ spot, text }: PlacedText): readonly Found[] {
  return [...text.matchAll(WHOLE)].flatMap((found): readonly Found[] => {
    const whole = readNumeral(found[1] ?? '', 'count')
    const end = found.index + found[0].length
    const { to } = sentenceBounds(text, end)
    if (!whole || whole.value < 2 || NAMES_A_THING.test(text.slice(Math.max(0, found.index - 40), found.index)))
      return []
    const list = partsOf(text.slice(end, Math.min(to, end + LONGEST_LIST)), end)
    const noun = thing(found[2] ?? '')
    if (list.length === 0 || whole.sure < 0.8) return []
    const place: Spot = { ...spot, from: found.index, to: list.at(-1)?.to ?? end }
    return judge({
      whole: whole.value,
      noun,
      all: /gồm|chia ra/iu.test(found[3] ?? ''),
      list,
      place,
      text: text.slice(place.from, place.to),
    })
  })
}

/** The counts of a list of the form `04 nội dung …, 8 dự án … và 3 …`; empty when anything else than a list stands there. */
function partsOf(text: string, offset: number): readonly Part[] {
  const clause = text.split(/[;():]/u)[0] ?? ''
  const found = [...clause.matchAll(new RegExp(NUM, 'gu'))]
  // Percentages, dates and bounds make it something else than a list of counts.
  if (
    found.length < 2 ||
    found.length > 8 ||
    /%|ngày|tháng|năm \d|quý|trên|hơn|khoảng|gần|dưới|so với|tăng|giảm/iu.test(clause)
  )
    return []
  return found.flatMap((one, at): Part[] => {
    const value = readNumeral(one[1] ?? '', 'count')?.value
    const next = found[at + 1]?.index ?? clause.length
    const previous = at === 0 ? 0 : (found[at - 1]?.index ?? 0) + (found[at - 1]?.[0].length ?? 0)
    const behind = clause.slice(one.index + one[0].length, next)
    const words = fold(`${clause.slice(previous, one.index)} ${behind}`)
    const [from, to] = [offset + one.index, offset + one.index + one[0].length]
    return value === undefined ? [] : [{ value, words, noun: thing(behind), from, to, text: one[0] }]
  })
}

/** What is counted: the first two syllables behind the number, with their marks (`hồ sơ` is not `hộ`). */
function thing(text: string): string {
  return (/^\s*(\p{L}+(?:\s+\p{L}+)?)/u.exec(text)?.[1] ?? '').toLowerCase().replace(/\s+/g, ' ')
}

type Case = {
  readonly whole: number
  readonly noun: string
  readonly all: boolean
  readonly list: readonly Part[]
  readonly place: Spot
  readonly text: string
}

function judge({ whole, noun, all, list, place, text }: Case): readonly Found[] {
  const sum = list.reduce((total, { value }) => total + value, 0)
  if (sum === whole) return []
  const sameThing = (part: Part) => part.noun !== '' && part.noun === noun
  const larger = list.find((part) => part.value > whole && sameThing(part))
  const within = list.every(({ value }) => value <= whole)
  const disjoint = DISJOINT_PARTS.some(
    (names) => list.length === names.length && names.every((name) => list.some(({ words }) => name.test(words))),
  )
  const complete = all && list.every(sameThing) && list.length >= 2
  if (!larger && !(disjoint && within && sum > whole) && !complete) return []
  const written = `${list.map(({ value }) => formatNumber(value)).join(' + ')} = ${formatNumber(sum)}`
  const stated = text.replace(/\s+/g, ' ').trim()
  return [
    {
      severity: 'likely',
      spots: [place],
      stated: { vi: stated, en: stated },
      worked: larger
        ? {
            vi: `${formatNumber(larger.value)} > ${formatNumber(whole)}`,
            en: `${formatNumber(larger.value)} > ${formatNumber(whole)}`,
          }
        : { vi: `${written}, không phải ${formatNumber(whole)}`, en: `${written}, not ${formatNumber(whole)}` },
      why: larger
        ? { vi: 'Một phần không thể lớn hơn toàn bộ.', en: 'A part cannot be larger than the whole.' }
        : {
            vi: 'Các phần được kể cộng lại không bằng số chung đã nêu.',
            en: 'The parts that are told do not add up to the number given for all.',
          },
    },
  ]
}
