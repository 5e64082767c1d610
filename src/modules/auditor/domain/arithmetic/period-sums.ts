import { fold } from '#kernel/text.ts'
import { type CellTerm, check, type Linear } from './constraint.ts'
import { slackOf, withSiblings } from './formulas.ts'
import type { Sheet } from './sheet.ts'

const WHOLE_PERIOD = /\b(?:luy ke|cong don|ca nam|\d+ thang|tong|cong|quy (?:[ivx]+|\d))\b/
const PART_PERIOD = /^(?:thang \d{1,2}|quy (?:[ivx]+|\d)|t\d{1,2}|tuan \d{1,2})(?:[/ ]\d{4})?$/

/** Whether the columns are stretches of time: what they add up to is told by `periodSums` alone. */
export function arePeriods(sheet: Sheet, columns: readonly number[]): boolean {
  const leaves = columns.map((index) => fold(sheet.table.columns[index]?.path.at(-1) ?? ''))
  return leaves.filter((leaf) => PART_PERIOD.test(leaf)).length >= 2
}

/**
 * Months that make a quarter or a year to date, row by row. A row may tell of a stock and not of a flow (accounts in use, people
 * employed): its last value, its mean or its peak then stands for the period, and nothing is promised.
 */
export function periodSums(sheet: Sheet): readonly Linear[] {
  const leafOf = (index: number) => fold(sheet.table.columns[index]?.path.at(-1) ?? '')
  return sheet.counts.flatMap((whole) => {
    if (!WHOLE_PERIOD.test(leafOf(whole)) || PART_PERIOD.test(leafOf(whole))) return []
    const parts = sheet.counts.filter((column) => column < whole && PART_PERIOD.test(leafOf(column)))
    const run = parts.filter((column) => column >= whole - parts.length)
    if (run.length < 2) return []
    const flows = sheet.lines.filter((row) => isFlow(sheet, row, whole, run))
    const made = withSiblings(
      flows.map((row): Linear => sumOf(sheet, row, whole, run)),
      sheet,
    )
    const holding = made.filter((constraint) => check(constraint, sheet).state === 'holds').length
    if (holding >= 2 && holding * 2 >= flows.length) return made
    // Alone the header says it: believed of what comes near to a sum.
    return made.filter((one) => isNear(one, sheet)).map((one) => ({ ...one, strength: 'seen' as const }))
  })
}

function sumOf(sheet: Sheet, row: number, whole: number, parts: readonly number[]): Linear {
  const terms: CellTerm[] = [
    { row, column: whole, sign: 1 },
    ...parts.map((column): CellTerm => ({ row, column, sign: -1 })),
  ]
  const slack = slackOf(sheet, terms)
  return { kind: 'linear', family: 'row-parts', identity: `Σ${whole}`, strength: 'shown', siblings: 0, terms, slack }
}

/** Whether what is stated is nearer to the sum than to any single value. */
function isNear(constraint: Linear, sheet: Sheet): boolean {
  const verdict = check(constraint, sheet)
  return verdict.state !== 'fails' || Math.abs(verdict.stated - verdict.expected) * 3 <= verdict.expected
}

/** Whether the row may be a sum over time: not a rate, and the whole is neither its last, its largest, nor about its mean value. */
function isFlow(sheet: Sheet, row: number, whole: number, parts: readonly number[]): boolean {
  if (sheet.rates[row]) return false
  const values = parts.map((column) => sheet.values[row]?.[column] ?? null)
  const total = sheet.values[row]?.[whole] ?? null
  const known = values.filter((value) => value !== null)
  if (total === null || known.length < 2) return false
  const [largest, last] = [Math.max(...known), values.at(-1)]
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  return total !== last && total !== largest && Math.abs(total - mean) > Math.max(1, mean * 0.02)
}
