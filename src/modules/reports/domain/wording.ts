import { type Day, officialDayInWords } from '#kernel/calendar.ts'
import { formatNumber, formatPercent, roundHalfUp } from '#kernel/number.ts'
import { type Figure, hasNumber, ratioOf } from './figure.ts'
import type { FigureFormat } from './template.ts'

/** What stands where a number is not there yet. */
export const GAP = '…'

/** `98,27% (23.391/23.802)`: a percentage is never shown without what it is made of. */
export function percentWithPartsText({ numerator, denominator }: Parts): string {
  return `${percentText({ numerator, denominator })} (${formatNumber(numerator)}/${formatNumber(denominator)})`
}

/** `98,27%`, or a gap when there is nothing to divide by. */
export function percentText({ numerator, denominator }: Parts): string {
  return ratioOf({ numerator, denominator }) === null ? GAP : formatPercent(numerator, denominator)
}

type Parts = Pick<Figure, 'numerator' | 'denominator'>

/** A figure in one of the printed formats; `before` is the same figure of the period compared with. */
export function figureText(figure: Figure, format: FigureFormat, before?: Figure): string {
  if (!hasNumber(figure)) return GAP
  switch (format) {
    case 'count':
      return formatNumber(figure.value ?? figure.numerator ?? 0)
    case 'percent':
      return percentText(figure)
    case 'percent-nd':
      return figure.value !== null ? formatNumber(figure.value) : percentWithPartsText(figure)
    case 'numerator':
      return formatNumber(figure.numerator ?? figure.value ?? 0)
    case 'denominator':
      return figure.denominator === null ? GAP : formatNumber(figure.denominator)
    case 'change':
      return changeText(figure, before)
    case 'verdict':
      return verdictText(figure)
  }
}

/** `tăng 3,2 điểm phần trăm`, `giảm 120 (-4,5%)`, `không đổi`; a gap when there is nothing to compare with. */
export function changeText(figure: Figure, before: Figure | undefined): string {
  if (!before || !hasNumber(before)) return GAP
  if (figure.value === null) {
    const now = ratioOf(figure)
    const then = ratioOf(before)
    if (now === null || then === null) return GAP
    const points = roundHalfUp((now - then) * 100, 2)
    return points === 0
      ? 'không đổi'
      : `${points > 0 ? 'tăng' : 'giảm'} ${formatNumber(Math.abs(points))} điểm phần trăm`
  }
  const now = figure.value ?? 0
  const then = before.value ?? 0
  if (now === then) return 'không đổi'
  const share = then === 0 ? '' : ` (${formatNumber(roundHalfUp(((now - then) / then) * 100, 2))}%)`
  return `${now > then ? 'tăng' : 'giảm'} ${formatNumber(Math.abs(now - then))}${share}`
}

/** `đạt`, `chưa đạt`, or a gap when no target can be compared; the nearest level's target decides. */
export function verdictText({ targets }: Pick<Figure, 'targets'>): string {
  const order = ['ward', 'city', 'province', 'nation']
  const known = targets
    .filter(({ verdict }) => verdict !== 'unknown')
    .toSorted((left, right) => order.indexOf(left.level) - order.indexOf(right.level))[0]
  if (!known) return GAP
  return known.verdict === 'met' ? 'đạt' : 'chưa đạt'
}

/** `ngày 05 tháng 10 năm 2023`; without a day the places are left open. */
export function longDayText(day: Day | null, year: number): string {
  return day ? officialDayInWords(day) : `ngày      tháng      năm ${year}`
}

/** A document number as it is printed: below 10 with a leading zero. */
export function numberText(number: number): string {
  return String(number).padStart(2, '0')
}
