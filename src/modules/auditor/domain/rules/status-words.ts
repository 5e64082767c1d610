import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import type { Found, Spot } from '../finding.ts'
import { LESS_IS_BETTER } from '../lexicon/status.ts'
import { readNumeral } from '../reading/numeral.ts'
import { clauseBounds } from '../reading/sentence.ts'
import { type PlacedText, proseOf } from '../reading/text-reading.ts'
import type { Rule } from '../rule.ts'
import type { Words } from '../words.ts'

export const statusWords: Rule = {
  id: 'status-words',
  title: { vi: 'Lời đánh giá trong câu trái với các con số', en: 'Words of status that the figures contradict' },
  about: {
    vi: 'Trong một vế câu có giá trị và chỉ tiêu, so chữ “vượt”, “đạt”, “chưa đạt”, “cao hơn” với hai số. “Vượt chỉ tiêu 3,6%” được hiểu cả là vượt thêm 3,6% lẫn chỉ tiêu là 3,6%; chỉ nêu khi không cách hiểu nào đúng. Bỏ qua chỉ tiêu càng ít càng tốt (hộ nghèo, trễ hạn…).',
    en: 'Where a clause gives a value and a target, holds “exceeded”, “met”, “not met”, “above” against both. “Exceeded the target 3.6%” may mean by 3.6 or a target of 3.6; told only when neither can be. Leaves out what is better the less it is (poor households, late cases …).',
  },
  check: ({ document }) =>
    proseOf(document).flatMap((place) =>
      /%/.test(place.text) && STATUS.test(place.text) ? PATTERNS.flatMap((one) => look(place, one)) : [],
    ),
}

const STATUS = /vượt|đạt|cao hơn|hoàn thành/iu

type Pattern = {
  readonly form: RegExp
  /** What the status says of the value and the number behind it, when that number is a target. */
  readonly holds: (value: number, target: number) => boolean
  readonly why: Words
  /** Whether a target given elsewhere in the clause makes the number a margin to be checked. */
  readonly margin?: true
}

const SHARE = String.raw`(?<![\d.,/])(\d{1,3}(?:[.,]\d{1,4})?)\s?%`
const TARGET = String.raw`(?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết|yêu cầu)`
const BETWEEN = String.raw`[^\d%;.()]{0,60}?[\s(]`

const PATTERNS: readonly Pattern[] = [
  {
    form: new RegExp(
      String.raw`${SHARE}[\s,(]{1,3}(?:đã\s+)?vượt\s+(?:mức\s+|so với\s+|xa\s+)?${TARGET}${BETWEEN}${SHARE}`,
      'giu',
    ),
    holds: (value, target) => value >= target,
    margin: true,
    why: {
      vi: 'Nếu số sau là chỉ tiêu thì giá trị chưa tới chỉ tiêu; nếu là phần vượt thì phần vượt lớn hơn chính giá trị.',
      en: 'If the second number is the target, the value is short of it; if it is the margin, the margin is larger than the value.',
    },
  },
  {
    form: new RegExp(
      String.raw`${SHARE}[\s,(]{1,3}(?:chưa|không|chưa thể)\s+(?:đạt|hoàn thành|đảm bảo|bảo đảm)\s+(?:được\s+)?(?:so với\s+)?${TARGET}${BETWEEN}${SHARE}`,
      'giu',
    ),
    holds: (value, target) => value < target,
    why: {
      vi: 'Giá trị không thua chỉ tiêu nên không thể là chưa đạt.',
      en: 'The value is not short of the target and cannot be called missed.',
    },
  },
  {
    form: new RegExp(String.raw`${SHARE}[\s,(]{1,3}(?:đã\s+)?(?:đạt|hoàn thành)\s+${TARGET}${BETWEEN}${SHARE}`, 'giu'),
    holds: (value, target) => value >= target,
    why: {
      vi: 'Giá trị thấp hơn chỉ tiêu nên không thể là đạt.',
      en: 'The value is short of the target and cannot be called met.',
    },
  },
  {
    form: new RegExp(
      String.raw`${SHARE}[\s,(]{1,3}cao hơn\s+\p{L}[^\d%;.()]{3,60}\(\s*(?:là\s+|đạt\s+)?${SHARE}\s*\)`,
      'giu',
    ),
    holds: (value, target) => value >= target,
    why: { vi: 'Câu ghi là cao hơn nhưng giá trị nhỏ hơn.', en: 'The sentence says it is above; the value is below.' },
  },
]

const AIM = new RegExp(
  String.raw`(?<!vượt )(?<!vượt mức )(?:chỉ tiêu|mục tiêu)(?:\s+(?!vượt)\p{L}+){0,6}?\s+(?:là\s+)?${SHARE}`,
  'giu',
)

/** How far around a status its clause is read. */
const NEAR = 300

function look({ spot, text }: PlacedText, pattern: Pattern): readonly Found[] {
  return [...text.matchAll(pattern.form)].flatMap((found): readonly Found[] => {
    const clause = clauseBounds(text, found.index)
    const start = Math.max(clause.from, found.index - NEAR)
    const said = text.slice(start, Math.min(clause.to, found.index + found[0].length + NEAR))
    if (LESS_IS_BETTER.test(fold(said.replace(found[0], '')))) return []
    const [value, second] = [found[1], found[2]].map((digits) => readNumeral(digits ?? '', 'percent'))
    if (!value || !second) return []
    const place = { ...spot, from: found.index, to: found.index + found[0].length }
    const aim = pattern.margin ? aimOf(said, found[0], start, found.index) : null
    if (aim !== null) return marginOf(place, found[0], { value: value.value, margin: second.value, aim })
    if (pattern.holds(value.value, second.value)) return []
    const sign = value.value < second.value ? '<' : value.value > second.value ? '>' : '='
    const worked = `${formatNumber(value.value)}% ${sign} ${formatNumber(second.value)}%`
    return [
      {
        severity: 'likely',
        spots: [place],
        stated: { vi: found[0], en: found[0] },
        worked: { vi: worked, en: worked },
        why: pattern.why,
      },
    ]
  })
}

/** The target that the clause gives outside of what was matched. */
function aimOf(clause: string, matched: string, clauseFrom: number, matchedFrom: number): number | null {
  const at = matchedFrom - clauseFrom
  const rest = clause.slice(0, at) + ' '.repeat(matched.length) + clause.slice(at + matched.length)
  const aims = [...rest.matchAll(AIM)].map((found) => readNumeral(found[1] ?? '', 'percent')?.value)
  return aims.length === 1 ? (aims[0] ?? null) : null
}

/** `đạt 53,6%, vượt chỉ tiêu 3,6% (chỉ tiêu 50%)`: by points or relatively. */
function marginOf(
  place: Spot,
  matched: string,
  { value, margin, aim }: { value: number; margin: number; aim: number },
): readonly Found[] {
  const near = (a: number, b: number) => Math.abs(a - b) <= 0.051
  if (margin === aim || near(value - aim, margin) || (aim > 0 && near((100 * value) / aim - 100, margin))) return []
  const difference = formatNumber(Number((value - aim).toFixed(4)))
  const worked = `${formatNumber(value)}% − ${formatNumber(aim)}% = ${difference}`
  return [
    {
      severity: 'likely',
      spots: [place],
      stated: { vi: `${matched} (chỉ tiêu ${formatNumber(aim)}%)`, en: `${matched} (target ${formatNumber(aim)}%)` },
      worked: { vi: `${worked} điểm phần trăm`, en: `${worked} percentage points` },
      why: {
        vi: `So với chỉ tiêu ${formatNumber(aim)}% ghi trong cùng câu, phần vượt không phải ${formatNumber(margin)}%.`,
        en: `Against the target of ${formatNumber(aim)}% in the same clause the margin is not ${formatNumber(margin)}%.`,
      },
    },
  ]
}
