import { compare } from '#kernel/decimal.ts'
import { formatNumber } from '#kernel/number.ts'
import { type FullStatement, isShare, lostMarks, mendShare, type ShareMend, spotOf } from '../arithmetic/share-slips.ts'
import type { Correction, Found, Severity, Spot } from '../finding.ts'
import { exactShare, statedDecimal, statedShare } from '../reading/ratio-check.ts'
import type { PlacedAmount, Reading, Statement } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'
import type { Words } from '../words.ts'

export const statedPercentage: Rule = {
  id: 'stated-percentage',
  title: { vi: 'Tỷ lệ ghi bên cạnh không khớp phân số', en: 'Percentage differs from the fraction beside it' },
  about: {
    vi: 'Chia lại tử số cho mẫu số ở mọi chỗ có phân số kèm tỷ lệ, như “98,27% (23.391/23.802)”. Chấp nhận cả làm tròn lẫn cắt bớt ở số chữ số đã ghi; “hơn”, “trên”, “dưới” được hiểu là giới hạn. Không kết luận khi tỷ lệ có thể là phần còn lại, mức tăng, hay là của một phân số khác trong câu.',
    en: 'Divides again wherever a fraction stands beside a percentage, as in “98.27% (23,391/23,802)”. Rounding and cutting off are both right at the precision written; “over” and “under” are bounds. Keeps silent when the percentage may be the remainder, a growth, or the share of another fraction in the sentence.',
  },
  check: (reading) => reading.statements.filter(isFull).flatMap((statement) => tell(statement, reading)),
}

function isFull(statement: Statement): statement is FullStatement {
  const { percent, numerator, denominator } = statement
  return percent !== null && numerator !== null && denominator !== null && denominator.value > 0
}

function tell(statement: FullStatement, reading: Reading): readonly Found[] {
  const { percent, numerator, denominator } = statement
  if (numerator.bound || denominator.bound || fits(statement) || meansAnother(statement)) return []
  const right = statedShare(numerator.value, denominator.value, percent.text)
  if (!right) return []
  const others = reading.statements.filter((other) => other !== statement)
  const mend = percent.bound ? null : (mendShare(statement, others) ?? confirmedElsewhere(statement, reading))
  const lost = !percent.bound && lostMarks(statement).length > 0
  const severity: Severity = statement.loose || percent.bound === 'about' ? 'likely' : 'proved'
  const fraction = `${numerator.text}/${denominator.text}`
  return [
    {
      severity,
      spots: [{ ...statement.spot, from: statement.from, to: statement.to }],
      stated: { vi: `${percent.text} cho ${fraction}`, en: `${percent.text} for ${fraction}` },
      worked: workedOf(statement, right.right, mend),
      why: lost ? LOST : whyOf(statement, `${formatNumber(right.atPrecision)}%`),
      ...(mend ? { correction: correctionOf(statement, mend) } : {}),
      ...(statement.loose ? { notes: [LOOSE] } : {}),
    },
  ]
}

/** Whether the percentage is right as written, or true as the bound that it is. */
function fits({ percent, numerator, denominator }: FullStatement): boolean {
  if (isShare(numerator.value, denominator.value, percent)) return true
  const [share, stated] = [exactShare(numerator.value, denominator.value), statedDecimal(percent.text)]
  if (!share || !stated) return true
  if (percent.bound === 'over') return compare(share, stated) >= 0
  if (percent.bound === 'under') return compare(share, stated) <= 0
  const value = (100 * numerator.value) / denominator.value
  return percent.bound === 'about' && Math.abs(value - percent.value) <= Math.max(1, percent.value / 10)
}

/** The remainder (`còn 1,73%`), a growth, or what was done of a plan less the plan. */
function meansAnother({ percent, numerator, denominator }: FullStatement): boolean {
  const [n, d] = [numerator.value, denominator.value]
  return n > d ? isShare(n - d, d, percent) || isShare(n - d, n, percent) : isShare(d - n, d, percent)
}

/** The same two numbers stand elsewhere, so that only the percentage can be wrong. */
function confirmedElsewhere(statement: FullStatement, reading: Reading): ShareMend | null {
  const { percent, numerator, denominator } = statement
  const right = statedShare(numerator.value, denominator.value, percent.text)
  const spots = [numerator, denominator].map(({ value }) => (value < 100 ? null : elsewhere(value, statement, reading)))
  const confirmedBy = spots.filter((spot) => spot !== null)
  if (!right || confirmedBy.length < 2 || numerator.value > denominator.value) return null
  const decimals = Math.max(percent.decimals, 2)
  const value = Math.round((10 ** decimals * 100 * numerator.value) / denominator.value) / 10 ** decimals
  return { kind: 'wrong-ratio', changes: [{ of: 'percent', to: value }], confirmedBy }
}

function elsewhere(value: number, statement: FullStatement, { tables, statements }: Reading): Spot | null {
  const cell = tables
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .find(({ amount }) => amount?.value === value && amount.kind === 'count')
  if (cell) return cell.spot
  const other = statements.find(
    (one) => one !== statement && (one.numerator?.value === value || one.denominator?.value === value),
  )
  return other ? { ...other.spot, from: other.from, to: other.to } : null
}

function workedOf({ numerator, denominator }: FullStatement, right: string, mend: ShareMend | null): Words {
  const asWritten = `${formatNumber(numerator.value)} / ${formatNumber(denominator.value)} = ${right}`
  const [n, d] = (['numerator', 'denominator'] as const).map(
    (of) => mend?.changes.find((change) => change.of === of)?.to ?? null,
  )
  if (n === null && d === null) return { vi: asWritten, en: asWritten }
  const [top, bottom] = [n ?? numerator.value, d ?? denominator.value]
  const mended = `${formatNumber(top)} / ${formatNumber(bottom)} = ${statedShare(top, bottom, '0,00%')?.right ?? ''}`
  return { vi: `${asWritten}; ${mended}`, en: `${asWritten}; ${mended}` }
}

const LOST: Words = {
  vi: 'Số có phần lẻ không thể là số lượng; đọc lại với đủ nhóm ba chữ số thì khớp đúng tỷ lệ đã ghi.',
  en: 'A number with a fraction cannot be a count; with its digits in full groups of three it fits the stated percentage.',
}
const LOOSE: Words = {
  vi: 'Giữa tỷ lệ và phân số có chữ xen vào: có thể chúng nói về hai việc khác nhau.',
  en: 'Words stand between the percentage and the fraction: they may speak of two different things.',
}

function whyOf({ percent }: FullStatement, atPrecision: string): Words {
  if (percent.bound === 'over' || percent.bound === 'under')
    return {
      vi: `Giá trị tính được nằm ngoài giới hạn đã ghi (${percent.bound === 'over' ? 'trên' : 'dưới'} ${percent.text}).`,
      en: `The computed value lies outside the stated bound (${percent.bound === 'over' ? 'over' : 'under'} ${percent.text}).`,
    }
  if (percent.bound === 'about')
    return {
      vi: `Chênh lệch quá lớn so với một con số “khoảng”, “gần” ${percent.text}.`,
      en: `Too far off for “about” ${percent.text}.`,
    }
  return {
    vi: `Viết với số chữ số như đã ghi, tỷ lệ là ${atPrecision}; làm tròn hay cắt bớt đều không ra ${percent.text}.`,
    en: `With as many digits as stated the share is ${atPrecision}; neither rounding nor cutting off gives ${percent.text}.`,
  }
}

function correctionOf(statement: FullStatement, { kind, changes, confirmedBy }: ShareMend): Correction {
  const made = changes.map(({ of, to }) => ({
    spot: spotOf(statement, statement[of]),
    from: statement[of].text,
    to: written(to, of === 'percent' ? statement.percent : null),
  }))
  const said = made.map(({ from, to }) => `${from} → ${to}`).join('; ')
  return { kind, says: SAYS[kind]?.(said) ?? { vi: said, en: said }, changes: made, confirmedBy }
}

function written(value: number, percent: PlacedAmount | null): string {
  if (!percent) return formatNumber(value)
  const sign = percent.text.includes('%') ? '%' : ' phần trăm'
  return `${formatNumber(value)}${sign}`
}

const SAYS: Partial<Record<Correction['kind'], (said: string) => Words>> = {
  swap: () => ({
    vi: 'tử số và mẫu số đổi chỗ cho nhau thì khớp đúng tỷ lệ đã ghi',
    en: 'with numerator and denominator exchanged the stated percentage is exact',
  }),
  'wrong-denominator': (said) => ({
    vi: `với mẫu số đã dùng ở chỗ khác cho cùng đối tượng thì khớp: ${said}`,
    en: `the denominator used elsewhere for the same subject fits: ${said}`,
  }),
}
