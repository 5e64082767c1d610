import { formatNumber } from '#kernel/number.ts'
import type { Spot } from '../finding.ts'
import { shareText } from '../reading/ratio-check.ts'
import type { ReadCell, Statement } from '../reading/reading.ts'

/** `23.391/23.802`. */
export function fractionText({ numerator, denominator }: Pick<Statement, 'numerator' | 'denominator'>): string {
  return `${formatNumber(numerator?.value ?? null)}/${formatNumber(denominator?.value ?? null)}`
}

/** `420/900 = 46,67%`. */
export function divisionText(numerator: number, denominator: number): string {
  return `${formatNumber(numerator)}/${formatNumber(denominator)} = ${shareText(numerator, denominator)}`
}

/** The characters of a cell that a statement takes. */
export function spotOfStatement({ spot, from, to }: Statement): Spot {
  return { ...spot, from, to }
}

/** The name of a row as it is quoted in a sentence, cut at whole words. */
export function named(label: string, most = 90): string {
  const plain = label.replace(/\s+/g, ' ').trim()
  return plain.length <= most ? plain : `${plain.slice(0, plain.lastIndexOf(' ', most)).trim()}…`
}

/** The text of a cell as it is quoted in a sentence. */
export function quoted(cell: ReadCell | undefined, most = 120): string {
  return named(cell?.text ?? '', most)
}
