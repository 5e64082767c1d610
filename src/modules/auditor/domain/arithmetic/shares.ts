import { type Constraint, check, type Share } from './constraint.ts'
import { withSiblings } from './formulas.ts'
import { type Form, formsFor } from './share-forms.ts'
import type { Sheet } from './sheet.ts'

/** Bits of evidence beyond what so many tries find by chance. */
const ENOUGH = 8
const PLENTY = 12

type Tried = {
  readonly form: Form
  readonly scale: 100 | 1
  readonly fits: readonly number[]
  readonly fails: readonly number[]
  readonly bits: number
}

/**
 * What the columns of shares are shares of, where the header does not say so: found by trying, and believed only when several rows
 * keep to it to the last digit. Where two readings explain the rows equally well, a row counts as wrong only if both call it wrong.
 */
export function sharesOfColumns(sheet: Sheet): readonly Constraint[] {
  return [...sheet.percents, ...sheet.means].flatMap((column) => {
    const isMean = sheet.means.includes(column)
    const scales = isMean ? ([1] as const) : ([100, 1] as const)
    if (sheet.table.columns[column]?.formula) return []
    const rows = sheet.table.rows.flatMap(({ kind }, row) => (kind === 'data' || kind === 'total' ? [row] : []))
    const tried = formsFor(sheet, column, isMean).flatMap((form) =>
      scales.map((scale) => tryForm(sheet, column, form, rows, scale)),
    )
    const best = Math.max(...tried.map(({ bits }) => bits), 0)
    if (best < ENOUGH) return []
    const rivals = tried.filter(({ bits }) => bits >= best - 3)
    const [first] = rivals.toSorted((a, b) => b.bits - a.bits || a.fails.length - b.fails.length)
    if (!first || first.fails.length * 3 > first.fits.length + 1) return []
    const strength = best >= PLENTY && first.fits.length >= 2 ? 'shown' : 'seen'
    const rowsOfAll = rows.filter((row) => first.fits.includes(row) || rivals.every(({ fails }) => fails.includes(row)))
    const made = rowsOfAll.flatMap((row) => shareAt(column, first.form, row, first.scale, strength))
    return withSiblings(made, sheet)
  })
}

function shareAt(
  column: number,
  form: Form,
  row: number,
  scale: 100 | 1,
  strength: 'shown' | 'seen',
): readonly Share[] {
  return [
    {
      kind: 'share',
      family: 'share',
      identity: `${column}=${form.identity}`,
      strength,
      siblings: 0,
      percent: { row, column },
      scale,
      ...form.at(row),
    },
  ]
}

function tryForm(sheet: Sheet, column: number, form: Form, rows: readonly number[], scale: 100 | 1): Tried {
  const [fits, fails]: [number[], number[]] = [[], []]
  let bits = -form.prior
  const seen = new Set<number>()
  for (const row of rows) {
    const [share] = shareAt(column, form, row, scale, 'seen')
    if (!share) continue
    const { state } = check(share, sheet)
    if (state === 'fails' && fails.push(row) * 3 > rows.length + 3) break
    if (state !== 'holds') continue
    fits.push(row)
    bits += evidence(sheet, share, seen)
  }
  return { form, scale, fits, fails, bits: bits - fails.length * Math.log2(1 + rows.length) }
}

/** How surprising it is that a share fits: much for 97,83 %, nothing for 0 and 100 % or a value that already counted. */
function evidence(sheet: Sheet, { percent, scale, bottom }: Share, seen: Set<number>): number {
  const stated = sheet.values[percent.row]?.[percent.column] ?? 0
  if (stated === 0 || (scale === 100 && stated === 100) || seen.has(stated)) return 0.3
  seen.add(stated)
  const decimals = sheet.decimals[percent.row]?.[percent.column] ?? 0
  const whole = Math.abs(bottom.reduce((sum, { row, column }) => sum + (sheet.values[row]?.[column] ?? 0), 0))
  const steps = scale === 100 ? 100 : Math.max(1, Math.abs(stated))
  return Math.min(Math.log2(1 + steps * 10 ** decimals), Math.log2(1 + whole)) / 1.2
}
