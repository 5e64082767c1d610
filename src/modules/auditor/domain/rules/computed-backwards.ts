import { formatNumber } from '#kernel/number.ts'
import type { Found } from '../finding.ts'
import { spotOfStatement } from '../indicators/tell.ts'
import type { Statement } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

/** Below this a whole percentage is no surprise in a report of many fractions. */
const LARGE = 10_000

export const computedBackwards: Rule = {
  id: 'computed-backwards',
  title: { vi: 'Tử số có vẻ được tính ngược từ tỷ lệ', en: 'A numerator that seems computed from its share' },
  about: {
    vi: 'Tử số đúng bằng một số phần trăm tròn của một mẫu số lớn (421.620/527.025 = 80%). Im lặng với 0% và 100%, với mẫu số dưới 10.000 và với mẫu số làm tròn đến hàng trăm.',
    en: 'A numerator that is exactly a whole percentage of a large denominator (421,620 of 527,025 is 80%). Silent on 0% and 100%, on denominators below 10,000 and on denominators rounded to hundreds.',
  },
  check: ({ statements }) => statements.flatMap(checkStatement),
}

function checkStatement(statement: Statement): readonly Found[] {
  const { numerator, denominator } = statement
  if (!numerator || !denominator || denominator.decimals > 0) return []
  const whole = denominator.value
  if (whole < LARGE || whole % 100 === 0) return []
  const tops = numerator.decimals > 0 ? numerator.others : [numerator.value]
  const top = tops.find((value) => isWholeShare(value, whole))
  if (top === undefined) return []
  const percent = Math.round((top / whole) * 100)
  const sum = `${formatNumber(whole)} × ${percent}% = ${formatNumber((whole * percent) / 100)}`
  const chance = formatNumber(Math.floor(whole / wholeShares(whole)))
  return [
    {
      severity: 'look',
      spots: [spotOfStatement(statement)],
      stated: {
        vi: `${numerator.text}/${denominator.text}${statement.percent ? `, ${statement.percent.text}` : ''}`,
        en: `${numerator.text}/${denominator.text}${statement.percent ? `, ${statement.percent.text}` : ''}`,
      },
      worked: {
        vi: `${sum}. Trong ${chance} tử số có thể, chỉ khoảng một số rơi đúng vào tỷ lệ tròn.`,
        en: `${sum}. Of ${chance} possible numerators only about one falls on a whole percentage.`,
      },
      why: {
        vi: 'Số đếm được ngoài thực tế hiếm khi cho tỷ lệ tròn; tử số có thể đã được tính ngược từ tỷ lệ.',
        en: 'Things counted rarely give a whole percentage; the numerator may have been computed from the share.',
      },
      notes: [
        ...(numerator.decimals > 0
          ? [
              {
                vi: `“${numerator.text}” được đọc là ${formatNumber(top)}.`,
                en: `“${numerator.text}” is read as ${formatNumber(top)}.`,
              },
            ]
          : []),
        {
          vi: 'Có thể là ước tính theo khảo sát; khi đó nên ghi rõ là số ước tính.',
          en: 'It may be an estimate from a survey; it should then be called one.',
        },
      ],
    },
  ]
}

/** Whether the value is exactly some whole percentage from 1 to 99 of the whole. */
function isWholeShare(value: number, whole: number): boolean {
  return value > 0 && value < whole && Number.isInteger(value) && (value * 100) % whole === 0
}

/** How many of the percentages from 1 to 99 are whole numbers of things. */
function wholeShares(whole: number): number {
  return Array.from({ length: 99 }, (_, at) => at + 1).filter((percent) => (whole * percent) % 100 === 0).length
}
