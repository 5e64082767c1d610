import type { Period, PeriodKind } from '#kernel/period.ts'

const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** The period as it stands in an official text: "9 tháng năm 2023", "quý III năm 2023". */
export function periodText({ kind, year, number }: Period): string {
  const names: Record<PeriodKind, string> = {
    month: `tháng ${number} năm ${year}`,
    quarter: `quý ${ROMAN[number - 1] ?? number} năm ${year}`,
    half: number === 1 ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`,
    'nine-months': `9 tháng năm ${year}`,
    year: `năm ${year}`,
  }
  return names[kind]
}

/** What is left of the year after the period, as plans name it: "03 tháng cuối năm 2023", "năm 2024". */
export function restText({ kind, year, number }: Period): string {
  const months: Record<PeriodKind, number> = {
    month: 12 - number,
    quarter: 12 - 3 * number,
    half: 12 - 6 * number,
    'nine-months': 3,
    year: 0,
  }
  const left = months[kind]
  return left === 0 ? `năm ${year + 1}` : `${String(left).padStart(2, '0')} tháng cuối năm ${year}`
}
