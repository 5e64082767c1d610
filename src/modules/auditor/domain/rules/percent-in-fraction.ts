import type { Block } from '../document.ts'
import type { Found, Spot } from '../finding.ts'
import { readAmount } from '../reading/amount.ts'
import type { Rule } from '../rule.ts'

/** `68%/493.998`: a percentage over a number that is none. */
const FRACTION = /(?<![\d.,/])(\d[\d.,]*\s?%)\s?\/\s?(\d[\d.,]*\d)(?![\d.,]*\s?%)/gu
/** `57.039/100,00%`: a number over a percentage. */
const UPSIDE_DOWN = /(?<![\d.,/%])(\d[\d.,]*\d)\s?\/\s?(\d[\d.,]*\s?%)/gu
/** Smaller denominators may be something else: `5%/12 tháng`. */
const LEAST = 100

export const percentInFraction: Rule = {
  id: 'percent-in-fraction',
  title: { vi: 'Phần trăm nằm trong phân số', en: 'A percentage inside a fraction' },
  about: {
    vi: 'Tìm phân số mà một vế có dấu % còn vế kia là số đếm lớn hơn 100 (68%/493.998): không tính lại được tỷ lệ nào từ đó.',
    en: 'Finds fractions of which one side carries a percent sign while the other counts more than 100 (68%/493.998): no share can be computed from them.',
  },
  check: ({ document }) => document.blocks.flatMap((block, index) => textsOf(block, index).flatMap(inText)),
}

type Placed = { readonly spot: Spot; readonly text: string }

function textsOf(block: Block, index: number): readonly Placed[] {
  if (block.kind === 'paragraph') return [{ spot: { block: index }, text: block.text }]
  return block.rows.flat().map(({ row, column, text }) => ({ spot: { block: index, row, column }, text }))
}

function inText({ spot, text }: Placed): readonly Found[] {
  if (!text.includes('%')) return []
  const matches = [
    ...[...text.matchAll(FRACTION)].map((match) => ({ match, share: match[1] ?? '', count: match[2] ?? '' })),
    ...[...text.matchAll(UPSIDE_DOWN)].map((match) => ({ match, share: match[2] ?? '', count: match[1] ?? '' })),
  ]
  return matches.flatMap(({ match, share, count }): readonly Found[] => {
    const amount = readAmount(count)
    if (!amount || Math.max(amount.value, ...amount.others) <= LEAST) return []
    const [whole] = match
    return [
      {
        severity: 'proved',
        spots: [{ ...spot, from: match.index, to: match.index + whole.length }],
        stated: { vi: `Ghi ${whole}`, en: `It states ${whole}` },
        worked: { vi: `${share} là tỷ lệ, ${count} là số đếm`, en: `${share} is a share, ${count} a count` },
        why: {
          vi: 'Tử số và mẫu số phải đếm cùng một thứ; một tỷ lệ và một số đếm không làm thành tỷ lệ nào.',
          en: 'Numerator and denominator must count the same things; a share and a count make no share of anything.',
        },
      },
    ]
  })
}
