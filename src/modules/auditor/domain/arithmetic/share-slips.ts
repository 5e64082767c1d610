import type { Correction, Spot } from '../finding.ts'
import { statedShare } from '../reading/ratio-check.ts'
import type { PlacedAmount, Statement } from '../reading/reading.ts'
import { slipBetween, slipsBack } from './slips.ts'

/** A statement with all three of its numbers. */
export type FullStatement = Statement & {
  readonly percent: PlacedAmount
  readonly numerator: PlacedAmount
  readonly denominator: PlacedAmount
}

/** One way to put a wrong share right: which number becomes what, and what else then fits. */
export type ShareMend = {
  readonly kind: Correction['kind']
  readonly changes: readonly { readonly of: 'percent' | 'numerator' | 'denominator'; readonly to: number }[]
  readonly confirmedBy: readonly Spot[]
}

/** Whether numerator ÷ denominator is the percentage as written, rounded or cut off. */
export function isShare(numerator: number, denominator: number, { text }: PlacedAmount): boolean {
  const share = statedShare(numerator, denominator, text)
  return share !== null && share.verdict !== 'wrong'
}

/**
 * The one slip that explains a share that does not fit its fraction; `null` when there is none, or two. A fraction is put right only
 * by a percentage with decimals: a whole one fits too many.
 */
export function mendShare(statement: FullStatement, others: readonly Statement[]): ShareMend | null {
  const [lost] = lostMarks(statement)
  if (lost) return lost
  const found = [
    ...swapped(statement),
    ...slippedPercent(statement, others),
    ...slippedMembers(statement),
    ...denominatorsOfOthers(statement, others),
  ]
  const [first, second] = found
  return first && !second ? first : null
}

/** `80% (421.62/527.025)`: the digits stand for 421.620. */
export function lostMarks(statement: FullStatement): readonly ShareMend[] {
  const { percent, numerator, denominator } = statement
  const readings = (amount: PlacedAmount) => [amount.value, ...amount.others].filter(Number.isInteger)
  const [first] = readings(numerator)
    .flatMap((n) => readings(denominator).map((d) => ({ n, d })))
    .filter(({ n, d }) => (n !== numerator.value || d !== denominator.value) && n <= d && isShare(n, d, percent))
  if (!first) return []
  const changes = [
    ...(first.n === numerator.value ? [] : [{ of: 'numerator' as const, to: first.n }]),
    ...(first.d === denominator.value ? [] : [{ of: 'denominator' as const, to: first.d }]),
  ]
  const kept = first.d === denominator.value ? [spotOf(statement, denominator)] : []
  return [{ kind: 'lost-mark', changes, confirmedBy: [spotOf(statement, percent), ...kept] }]
}

function swapped(statement: FullStatement): readonly ShareMend[] {
  const { percent, numerator, denominator } = statement
  if (numerator.value <= denominator.value || !isShare(denominator.value, numerator.value, percent)) return []
  const changes = [
    { of: 'numerator' as const, to: denominator.value },
    { of: 'denominator' as const, to: numerator.value },
  ]
  return [{ kind: 'swap', changes, confirmedBy: [spotOf(statement, percent)] }]
}

/** `90,2% (81.930/89.035)`: 92,0 with its digits exchanged. */
function slippedPercent(statement: FullStatement, others: readonly Statement[]): readonly ShareMend[] {
  const { percent, numerator, denominator } = statement
  const places = [percent.decimals, 1, 2].filter((one, at, all) => one >= percent.decimals && all.indexOf(one) === at)
  const share = (100 * numerator.value) / denominator.value
  const rightAt = (decimals: number) => Math.round(share * 10 ** decimals) / 10 ** decimals
  for (const decimals of places) {
    const lost = slipBetween(percent.text, percent.value, rightAt(decimals)) === 'lost-mark'
    const slip = exchanged(percent.text, share.toFixed(decimals)) ? 'transpose' : lost ? 'lost-mark' : null
    if (!slip || numerator.value > denominator.value) continue
    const same = others.filter(
      (other) => other.denominator?.value === denominator.value || other.numerator?.value === numerator.value,
    )
    const own = [spotOf(statement, numerator), spotOf(statement, denominator)]
    return [
      {
        kind: slip,
        changes: [{ of: 'percent', to: rightAt(Math.max(2, decimals)) }],
        confirmedBy: [...own, ...same.slice(0, 2).map(({ spot, from, to }) => ({ ...spot, from, to }))],
      },
    ]
  }
  return []
}

/** The same digits but for two that stand in each other's place. */
function exchanged(written: string, right: string): boolean {
  const [a, b] = [written.replace(/\D/g, ''), right.replace(/\D/g, '')]
  const places = a.split('').flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const [first = 0, second = 0] = places
  return a.length === b.length && places.length === 2 && a[first] === b[second] && a[second] === b[first]
}

function slippedMembers(statement: FullStatement): readonly ShareMend[] {
  const { percent, numerator, denominator } = statement
  if (percent.decimals === 0) return []
  const fits = (n: number, d: number) => Number.isInteger(n) && Number.isInteger(d) && n <= d && isShare(n, d, percent)
  const made = (of: 'numerator' | 'denominator', to: number): ShareMend => ({
    kind: 'transpose',
    changes: [{ of, to }],
    confirmedBy: [spotOf(statement, percent), spotOf(statement, of === 'numerator' ? denominator : numerator)],
  })
  const tops = slipsBack(numerator.text, numerator.value).filter((value) => fits(value, denominator.value))
  const bottoms = slipsBack(denominator.text, denominator.value).filter((value) => fits(numerator.value, value))
  return [...tops.map((value) => made('numerator', value)), ...bottoms.map((value) => made('denominator', value))].map(
    (mend) => (isMoreDigits(mend, statement) ? { ...mend, kind: 'lost-mark' } : mend),
  )
}

function isMoreDigits({ changes }: ShareMend, statement: FullStatement): boolean {
  return changes.some(({ of, to }) => String(to).length !== statement[of].text.replace(/\D/g, '').length)
}

/** The whole that another statement of the same row, or of the same part, is given over. */
function denominatorsOfOthers(statement: FullStatement, others: readonly Statement[]): readonly ShareMend[] {
  const { percent, numerator, denominator } = statement
  if (percent.decimals < 2) return []
  const near = others.filter(
    (other) =>
      other.denominator !== null &&
      other.denominator.value !== denominator.value &&
      (other.numerator?.value === numerator.value || (other.subject !== '' && other.subject === statement.subject)) &&
      isShare(numerator.value, other.denominator.value, percent),
  )
  const [first] = near
  if (!first?.denominator) return []
  const { spot, from, to, denominator: right } = first
  return [
    {
      kind: 'wrong-denominator',
      changes: [{ of: 'denominator', to: right.value }],
      confirmedBy: [{ ...spot, from, to }, spotOf(statement, percent)],
    },
  ]
}

/** The characters of one number of a statement. */
export function spotOf({ spot }: Statement, { from, to }: PlacedAmount): Spot {
  return { ...spot, from, to }
}
