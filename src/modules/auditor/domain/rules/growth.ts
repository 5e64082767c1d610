import { formatNumber } from '#kernel/number.ts'
import type { Found, Spot } from '../finding.ts'
import { readNumeral } from '../reading/numeral.ts'
import { statedShare } from '../reading/ratio-check.ts'
import type { Amount } from '../reading/reading.ts'
import { type PlacedText, proseOf } from '../reading/text-reading.ts'
import type { Rule } from '../rule.ts'

export const growth: Rule = {
  id: 'growth',
  title: { vi: 'Mức tăng, giảm không khớp hai số đã ghi', en: 'A change that its two numbers contradict' },
  about: {
    vi: 'Khi câu ghi cả số trước, số sau và tỷ lệ tăng (giảm), như “tăng từ 1.000 lên 1.200 (tăng 20%)”, “1.200 hồ sơ, tăng 20% so với cùng kỳ (1.000 hồ sơ)”, thì tính lại. Với hai tỷ lệ phần trăm, cả mức tăng tương đối lẫn chênh lệch điểm phần trăm đều được chấp nhận. Cũng nêu “tăng từ … lên …” mà số sau nhỏ hơn.',
    en: 'Where a sentence gives the number before, the number after and the change, as in “rose from 1,000 to 1,200 (up 20%)”, it is computed again. Between two percentages both the relative change and the difference in points are right. Also tells of “rose from … to …” where the second is smaller.',
  },
  check: ({ document }) => proseOf(document).flatMap((place) => (/tăng|giảm/iu.test(place.text) ? read(place) : [])),
}

const NUM = String.raw`(?<![\d.,/])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,9}(?:[.,]\d+)?)(?![\d/]|[.,]\d)`
const PERCENT = String.raw`(?<![\d.,/])(\d{1,4}(?:[.,]\d{1,4})?)\s?%`
/** `tăng từ 1.000 hồ sơ (năm 2022) lên 1.200 hồ sơ` */
const FROM_TO = new RegExp(
  String.raw`(?<!\p{L})(tăng|giảm)\s+từ\s+${NUM}(\s?%|\s+\p{L}+)?([^\d;.()]{0,40})(?:\((?:năm|cùng kỳ)[^()]{0,20}\)\s*|năm\s+\d{4}\s+)?(lên|xuống|còn)(?:\s+(?:còn|đến|tới|là|thành))?\s+${NUM}(\s?%|\s+\p{L}+)?`,
  'giu',
)
const THEN_SHARE = new RegExp(
  String.raw`^[^\d;.%]{0,60}?(?:\(|(?<!\p{L})(?:tăng|giảm|tương ứng|tương đương|tức)(?:\s+(?:là|với|tăng|giảm))?)\s*(?:tăng|giảm|\+|-)?\s*${PERCENT}`,
  'iu',
)
/** `1.200 hồ sơ, tăng 20% so với cùng kỳ năm trước (1.000 hồ sơ)` */
const AFTER_BEFORE = new RegExp(
  String.raw`${NUM}\s+(\p{L}+)[^\d;.%()]{0,60}?[,\s]\s*(tăng|giảm)\s+${PERCENT}\s*(?:so\s+với\s+)?(?:cùng kỳ|kỳ trước|năm trước|năm ngoái|quý trước|tháng trước|năm \d{4})(?:\s+năm\s+(?:trước|ngoái|\d{4}))?\s*\(([^\d()]{0,30})${NUM}(?:\s+[^\d()%]{0,30})?\)`,
  'giu',
)
/** `tăng 20% so với cùng kỳ (1.000 → 1.200)` */
const IN_BRACKET = new RegExp(
  String.raw`(?<!\p{L})(tăng|giảm)\s+${PERCENT}[^;.()\d]{0,60}(?:năm \d{4}\s*)?\(\s*(?:từ\s+)?${NUM}\s*[^\d()→>%]{0,20}(→|->|–>|lên|xuống(?: còn)?)\s*${NUM}[^\d()%]{0,25}\)`,
  'giu',
)

type Change = {
  readonly up: boolean
  readonly before: Amount
  readonly after: Amount
  /** As written, without its sign. */
  readonly percent: string | null
  readonly from: number
  readonly to: number
}

function read({ spot, text }: PlacedText): readonly Found[] {
  const changes = [...fromTo(text), ...afterBefore(text), ...inBracket(text)]
  return changes.flatMap((change) => tell(change, { ...spot, from: change.from, to: change.to }, text))
}

function fromTo(text: string): readonly Change[] {
  return [...text.matchAll(FROM_TO)].flatMap((found): Change[] => {
    const [all, word = '', first = '', unit = '', , , second = '', other = ''] = found
    const [before, after] = [scaled(first, unit), scaled(second, other)]
    if (!before || !after || !sameUnit(unit, other)) return []
    const end = found.index + all.length
    const share = THEN_SHARE.exec(text.slice(end, end + 90))
    return [
      {
        up: isUp(word),
        before,
        after,
        percent: share?.[1] ?? null,
        from: found.index,
        to: end + (share?.[0].length ?? 0),
      },
    ]
  })
}

function afterBefore(text: string): readonly Change[] {
  return [...text.matchAll(AFTER_BEFORE)].flatMap((found): Change[] => {
    const [all, second = '', unit = '', word = '', percent = '', , first = ''] = found
    const [before, after] = [scaled(first, unit), scaled(second, unit)]
    if (!before || !after) return []
    // The bracket may hold the difference itself: (200 hồ sơ).
    const rest = isUp(word) ? after.value - before.value : after.value + before.value
    if (rest > 0 && fits({ ...before, value: rest }, after, isUp(word), percent)) return []
    return [{ up: isUp(word), before, after, percent, from: found.index, to: found.index + all.length }]
  })
}

function inBracket(text: string): readonly Change[] {
  return [...text.matchAll(IN_BRACKET)].flatMap((found): Change[] => {
    const [all, word = '', percent = '', first = '', , second = ''] = found
    const [before, after] = [scaled(first, ''), scaled(second, '')]
    if (!before || !after) return []
    return [{ up: isUp(word), before, after, percent, from: found.index, to: found.index + all.length }]
  })
}

const isUp = (word: string) => word.toLowerCase() === 'tăng'
const SCALES: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 }

function scaled(numeral: string, unit: string): Amount | null {
  const read = readNumeral(numeral, unit.includes('%') ? 'percent' : 'count')
  if (!read || read.sure < 0.5) return null
  return { ...read, value: read.value * (SCALES[unit.trim().toLowerCase()] ?? 1) }
}

/** Both in the same unit, or the second left out; scales may differ (`500 nghìn` and `1 triệu`). */
function sameUnit(a: string, b: string): boolean {
  const [one, two] = [a.trim().toLowerCase(), b.trim().toLowerCase()]
  if ((one === '%') !== (two === '%')) return false
  const scales = [one in SCALES, two in SCALES]
  return (
    scales.every(Boolean) ||
    (!scales.some(Boolean) && (one === two || one === '%' || !UNITS_OF_TIME.test(`${one} ${two}`)))
  )
}
const UNITS_OF_TIME = /(?:giây|phút|giờ|ngày|tuần|tháng|năm|gram|kg|tấn|tạ|mét|km|ha)/u

/** Whether the stated change is that of the two numbers, rounded or cut off; rounded amounts may shift it. */
function fits(before: Amount, after: Amount, up: boolean, percent: string): boolean {
  const difference = up ? after.value - before.value : before.value - after.value
  if (before.value === 0) return true
  const points =
    before.kind === 'percent' && Math.abs(difference - toNumber(percent)) < 0.5 * 10 ** -decimalsOf(percent) + 1e-9
  if (points || statedShare(clean(difference), before.value, percent)?.verdict !== 'wrong') return true
  const loose = [before, after].map(({ decimals, value }) =>
    decimals > 0 || value >= 1e6 ? 0.5 * 10 ** -decimals * scaleOf(value) : 0,
  )
  const slack = (100 * ((loose[0] ?? 0) + (loose[1] ?? 0))) / before.value
  const step = 10 ** -decimalsOf(percent)
  return slack > 0 && Math.abs((100 * difference) / before.value - toNumber(percent)) <= slack * 2 + step
}

const scaleOf = (value: number) =>
  value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : value >= 1e3 && !Number.isInteger(value) ? 1e3 : 1
const clean = (value: number) => Number(value.toPrecision(13))
const toNumber = (percent: string) => Number(percent.replace(',', '.'))
const decimalsOf = (percent: string) => (/[.,](\d+)$/.exec(percent)?.[1] ?? '').length

function tell({ up, before, after, percent }: Change, spot: Spot, text: string): readonly Found[] {
  const stated = text.slice(spot.from, spot.to).replace(/\s+/g, ' ').trim()
  const sign = before.kind === 'percent' ? '%' : ''
  const [a, b] = [before, after].map(({ value }) => `${formatNumber(clean(value))}${sign}`)
  if (up ? after.value < before.value : after.value > before.value)
    return [
      {
        severity: 'proved',
        spots: [spot],
        stated: { vi: stated, en: stated },
        worked: { vi: `${b} ${up ? '<' : '>'} ${a}`, en: `${b} ${up ? '<' : '>'} ${a}` },
        why: up
          ? {
              vi: 'Câu ghi là tăng nhưng số sau nhỏ hơn số trước.',
              en: 'The sentence says it rose; the second number is smaller.',
            }
          : {
              vi: 'Câu ghi là giảm nhưng số sau lớn hơn số trước.',
              en: 'The sentence says it fell; the second number is larger.',
            },
      },
    ]
  if (percent === null || fits(before, after, up, percent)) return []
  const difference = clean(Math.abs(after.value - before.value))
  const right = statedShare(difference, before.value, '0,00%')?.right ?? ''
  const worked = `${formatNumber(difference)} / ${a} = ${right}`
  return [
    {
      severity: 'proved',
      spots: [spot],
      stated: { vi: stated, en: stated },
      worked: { vi: worked, en: worked },
      why: {
        vi: `Từ ${a} thành ${b} là ${up ? 'tăng' : 'giảm'} ${right}, không phải ${percent}%.`,
        en: `From ${a} to ${b} is ${up ? 'up' : 'down'} ${right}, not ${percent}%.`,
      },
    },
  ]
}
