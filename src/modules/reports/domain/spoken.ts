import type { Figure } from './figure.ts'

const STATED = /^(?:Đạt\s+(?:tỷ lệ\s+|hơn\s+)?)?[\d.,]+\s*%\s*/iu

/**
 * What a unit's note says beyond the ratio itself. Units write `98.27% (23.391/23.802)` or `39% cán bộ … (202/511)`;
 * the report prints the computed ratio, so the stated percentage and the repeated n/d are left out and the words stay.
 */
export function wordsBeyond(
  note: string,
  { numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>,
): string {
  if (numerator === null || denominator === null || !STATED.test(note)) return note
  const rest = note.replace(STATED, '').trim()
  if (!/\p{L}/u.test(rest)) return ''
  const parts = `\\s*${digits(numerator)}\\s*/\\s*${digits(denominator)}\\s*`
  const inside = new RegExp(`^\\(${parts}(\\P{N}.*)\\)$`, 'su').exec(rest)?.[1]
  if (inside !== undefined) return inside.trim()
  const before = new RegExp(`^(.+?)\\s*\\(${parts}\\)$`, 'su').exec(rest)?.[1]
  if (before !== undefined) return before.trim()
  return /^\([^()]*\)$/.test(rest) ? rest.slice(1, -1).trim() : rest
}

/** A whole number however it is grouped: 23391 matches `23.391` and `23391`. */
function digits(value: number): string {
  return String(value)
    .split('')
    .map((digit) => (digit === '.' ? '[.,]' : digit))
    .join('[.\\s]?')
}
