import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import { isShare } from '../arithmetic/share-slips.ts'
import type { Found } from '../finding.ts'
import { COUNTED } from '../lexicon/counted.ts'
import { shareText } from '../reading/ratio-check.ts'
import type { PlacedAmount, Statement } from '../reading/reading.ts'
import { sentenceBounds } from '../reading/sentence.ts'
import { proseOf, spotKey } from '../reading/text-reading.ts'
import type { Rule } from '../rule.ts'

export const fractionOverOne: Rule = {
  id: 'fraction-over-one',
  title: { vi: 'Phần lớn hơn toàn bộ', en: 'A part larger than its whole' },
  about: {
    vi: 'Tìm phân số mà tử số lớn hơn mẫu số và mẫu số là số đếm của chính đối tượng đó, như “542/168 tiểu thương”. Bỏ qua khi câu so với kế hoạch, chỉ tiêu, dự toán, vì thực hiện có thể vượt kế hoạch.',
    en: 'Finds fractions whose numerator exceeds their denominator where the denominator counts the same things, as in “542/168 traders”. Leaves out what is compared with a plan, a target or an estimate, which may be exceeded.',
  },
  check({ statements, document }) {
    const over = statements.filter(isOver)
    if (over.length === 0) return []
    const texts = new Map(proseOf(document).map(({ spot, text }) => [spotKey(spot), text]))
    return over.flatMap((statement) => tell(statement, texts.get(spotKey(statement.spot)) ?? ''))
  },
}

/** Words by which a fraction is a result over its plan. Folded. */
const OVER_PLAN =
  /\b(?:ke hoach|kh|chi tieu|muc tieu|du toan|vuot|giao|dang ki|dang ky|phan dau|de ra|nghi quyet|so voi|cung ki|cung ky)\b/
const COUNTS = new RegExp(
  `^(?:cac |so |nhung )?(?:${COUNTED.map(fold)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})\\b`,
)

type Over = Statement & { readonly numerator: PlacedAmount; readonly denominator: PlacedAmount }

/** Numerator above denominator, both read with certainty, and no percentage that says otherwise. */
function isOver(statement: Statement): statement is Over {
  const { percent, numerator, denominator } = statement
  if (!numerator || !denominator || denominator.value <= 0 || numerator.value <= denominator.value) return false
  if (numerator.sure < 0.8 || denominator.sure < 0.8 || denominator.decimals > 0) return false
  return !percent || isShare(numerator.value, denominator.value, percent)
}

function tell(
  { percent, numerator, denominator, subject, ofWhat, spot, from, to }: Over,
  text: string,
): readonly Found[] {
  const sentence = sentenceBounds(text, from)
  const counted = COUNTS.test(fold(ofWhat))
  if (OVER_PLAN.test(fold(`${subject} ${text.slice(sentence.from, sentence.to)}`)) || !(counted || percent)) return []
  const fraction = `${numerator.text}/${denominator.text}${ofWhat && ` ${ofWhat}`}`
  const share = shareText(numerator.value, denominator.value)
  return [
    {
      severity: counted && !percent ? 'likely' : 'look',
      spots: [{ ...spot, from, to }],
      stated: { vi: fraction, en: fraction },
      worked: {
        vi: `${formatNumber(numerator.value)} > ${formatNumber(denominator.value)} (${share})`,
        en: `${formatNumber(numerator.value)} > ${formatNumber(denominator.value)} (${share})`,
      },
      why: {
        vi: 'Số đạt được là một phần của tổng số nên không thể lớn hơn tổng số; có thể hai số bị đổi chỗ.',
        en: 'What is reached is a part of the whole and cannot exceed it; the two numbers may be in each other’s place.',
      },
      notes: [
        {
          vi: 'Nếu mẫu số là kế hoạch được giao thì con số có thể đúng; nên ghi rõ.',
          en: 'If the denominator is a plan the figure may be right; it should be said.',
        },
      ],
    },
  ]
}
