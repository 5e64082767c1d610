import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import type { Found } from '../finding.ts'
import { readNumeral } from '../reading/numeral.ts'
import { shareText, statedShare } from '../reading/ratio-check.ts'
import { type PlacedText, proseOf } from '../reading/text-reading.ts'
import type { Rule } from '../rule.ts'

export const toldShare: Rule = {
  id: 'told-share',
  title: {
    vi: 'Tỷ lệ kể trong câu không khớp các số kể cùng đoạn',
    en: 'A share told beside numbers that give another',
  },
  about: {
    vi: 'Khi một đoạn kể cả tổng số và các phần cộng đúng bằng tổng số ấy (“tiếp nhận 76.637 hồ sơ … đúng hạn 76.092 hồ sơ, đạt 99,28%; trễ hạn 545 hồ sơ”), tỷ lệ ghi sau một phần được tính lại. Im lặng khi các phần không cộng thành tổng, khi tỷ lệ so với kế hoạch hay cùng kỳ, hoặc khớp với một số khác trong đoạn.',
    en: 'Where a paragraph tells a whole and parts that add up to it (“received 76,637 … in time 76,092, or 99.28%; late 545”), the share behind a part is computed again. Silent when the parts do not add up, when the share is of a plan or of last year, or when it fits another number of the paragraph.',
  },
  check: ({ document }) => proseOf(document).flatMap((place) => (/%/.test(place.text) ? check(place) : [])),
}

const NUM = String.raw`(?<![\d.,/(])(\d{1,3}(?:\.\d{3})+|\d{2,9})(?![\d/%]|[.,]\d|\s?%)`
const COUNT = new RegExp(String.raw`${NUM}\s+(\p{L}+)`, 'gu')
const WITH_SHARE = new RegExp(
  String.raw`${NUM}\s+(\p{L}[^\d;.:%()]{0,40}?),?\s+(?:đạt|chiếm)(?:\s+t[ỷỉ] lệ)?\s+(\d{1,3}(?:[.,]\d{1,4})?)\s?%(?!\s*(?:so với|cùng kỳ|kế hoạch|chỉ tiêu|mục tiêu|dự toán|kh\b))`,
  'giu',
)
/** Parts smaller than this add up to a whole by chance. */
const LEAST = 50

type Count = { readonly value: number; readonly noun: string; readonly from: number; readonly to: number }

function check({ spot, text }: PlacedText): readonly Found[] {
  const told = [...text.matchAll(WITH_SHARE)]
  if (told.length === 0) return []
  const counts = [...text.matchAll(COUNT)].flatMap((found): readonly Count[] => {
    const value = readNumeral(found[1] ?? '', 'count')?.value
    return value === undefined
      ? []
      : [{ value, noun: fold(found[2] ?? ''), from: found.index, to: found.index + found[0].length }]
  })
  return told.flatMap((found): readonly Found[] => {
    const part = counts.find(({ from }) => from === found.index)
    const percent = `${found[3]}%`
    if (!part || part.value < LEAST) return []
    const whole = wholeOf(part, counts)
    const fitsOne = counts.some(
      ({ value, from }) =>
        from !== part.from && value >= part.value && statedShare(part.value, value, percent)?.verdict !== 'wrong',
    )
    if (!whole || fitsOne) return []
    const { rest, total } = whole
    const sum = `${formatNumber(part.value)} + ${formatNumber(rest.value)} = ${formatNumber(total.value)}`
    const share = `${formatNumber(part.value)} / ${formatNumber(total.value)} = ${shareText(part.value, total.value)}`
    const place = (count: Count) => ({ ...spot, from: count.from, to: count.to })
    return [
      {
        severity: 'likely',
        spots: [{ ...spot, from: found.index, to: found.index + found[0].length }, place(total), place(rest)],
        stated: { vi: found[0], en: found[0] },
        worked: { vi: `${sum}; ${share}`, en: `${sum}; ${share}` },
        why: {
          vi: `Các phần kể trong đoạn cộng đúng bằng ${formatNumber(total.value)}; tỷ lệ của phần này trên tổng số đó không phải ${percent}.`,
          en: `The parts told add up to ${formatNumber(total.value)}; the share of this part in it is not ${percent}.`,
        },
      },
    ]
  })
}

/** The count told in the paragraph that this part and one other add up to, all of the same thing. */
function wholeOf(part: Count, counts: readonly Count[]): { readonly rest: Count; readonly total: Count } | null {
  for (const total of counts) {
    if (total.value <= part.value || total.noun !== part.noun) continue
    const rest = counts.find(
      (other) =>
        other !== part && other !== total && other.value === total.value - part.value && other.noun === part.noun,
    )
    if (rest) return { rest, total }
  }
  return null
}
