import type { Draft, Mark, Piece, Relation, RelationKind, Role } from './draft.ts'
import { emptyDraft, textOf } from './draft.ts'
import type { Style } from './numbers.ts'
import { amountWriter, countWriter, mayStandFor, percentWriter, shortened, styleOf } from './numbers.ts'
import type { Chance } from './random.ts'

/** What a kind of report is made with: numbers that know what they must agree with. */
export type Maker = {
  readonly chance: Chance
  readonly style: Style
  readonly draft: Draft
  count(value: number): Mark
  amount(value: number, decimals: number): Mark
  percent(value: number, decimals?: number, sign?: boolean): Mark
  order(value: number, wide: boolean): Mark
  /** A day as `05/9/2023`, `05/09/2023` or `5/9/2023`. */
  day(iso: string): Mark
  /** The total of marks; `subtotal` for a group inside a table. */
  sum(of: readonly Mark[], kind?: 'sum' | 'subtotal'): Mark
  /** part ÷ whole in percent, as the header or the words around promise; `null` over nothing. */
  ratio(part: Mark | readonly Mark[], whole: Mark, options?: RatioOptions): Mark | null
  /** (now − before) ÷ before in percent. */
  growth(now: Mark, before: Mark, options?: RatioOptions): Mark | null
  /** whole ÷ number, not in percent. */
  mean(whole: Mark, number: Mark, decimals: number): Mark | null
  /** The same number again, elsewhere in the report. */
  again(mark: Mark): Mark
  relate(kind: RelationKind, result: Mark, inputs: readonly Mark[], holds: () => boolean): void
  part(part: Mark, whole: Mark): void
  balance(left: readonly Mark[], right: readonly Mark[]): void
  ordered(earlier: Mark, later: Mark): void
  say(...pieces: Piece[]): void
  heading(level: number, text: string): void
}

export type RatioOptions = {
  readonly decimals?: number
  readonly sign?: boolean
  /** False when nothing in the text says how it was reckoned: then nothing can be proved by it. */
  readonly stated?: boolean
}

/** A maker for one report. */
export function makerOf(chance: Chance): Maker {
  const style = styleOf(chance)
  const draft = emptyDraft()
  const mark = (role: Role, value: number, decimals: number, write: (value: number) => string): Mark => ({
    value,
    instead: null,
    decimals,
    role,
    write,
    spot: null,
    at: null,
  })
  const relate = (kind: RelationKind, result: Mark, inputs: readonly Mark[], holds: () => boolean) => {
    draft.relations.push({ kind, result, inputs, holds } satisfies Relation)
  }
  const count = (value: number) => mark('count', value, 0, countWriter(style, chance))
  const amount = (value: number, decimals: number) =>
    mark('amount', value, decimals, amountWriter(style, chance, decimals))
  const percent = (value: number, decimals: number = style.percentDecimals, sign?: boolean) =>
    mark('percent', value, decimals, percentWriter(style, chance, decimals, sign))
  const quotient = (kind: RelationKind, inputs: readonly Mark[], exact: () => number, options: RatioOptions) => {
    if (!Number.isFinite(exact())) return null
    const decimals = options.decimals ?? style.percentDecimals
    const result = percent(shortened(exact(), decimals, style.rounding), decimals, options.sign)
    // 100 may stand for 99,6: only the digits that are printed bind.
    if (options.stated !== false)
      relate(kind, result, inputs, () => mayStandFor(result.value, exact(), printedDecimals(result)))
    return result
  }
  return {
    chance,
    style,
    draft,
    count,
    amount,
    percent,
    relate,
    order: (value, wide) =>
      mark('order', value, 0, wide ? (number) => String(number).padStart(2, '0') : (number) => String(number)),
    day: (iso) => mark('date', Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000), 0, dayWriter(chance)),
    sum: (of, kind = 'sum') => {
      const decimals = Math.max(0, ...of.map((part) => part.decimals))
      const total = () => of.reduce((sum, part) => sum + part.value, 0)
      // The total of rounded numbers is rounded on its own, so it may differ in the last digit.
      const drift = decimals > 0 && of.length > 2 && chance.yes(0.5) ? chance.pick([1, -1]) * 10 ** -decimals : 0
      const result = decimals === 0 ? count(total()) : amount(shortened(total() + drift, decimals, 'half-up'), decimals)
      relate(kind, result, of, () => sumHolds(result, of))
      return result
    },
    ratio: (part, whole, options = {}) => {
      const parts = 'length' in part ? part : [part]
      const exact = () => (parts.reduce((sum, one) => sum + one.value, 0) / whole.value) * 100
      return whole.value === 0 ? null : quotient('ratio', [...parts, whole], exact, options)
    },
    growth: (now, before, options = {}) =>
      before.value === 0
        ? null
        : quotient('growth', [now, before], () => ((now.value - before.value) / before.value) * 100, options),
    mean: (whole, number, decimals) => {
      if (number.value === 0) return null
      const exact = () => whole.value / number.value
      const result = amount(shortened(exact(), decimals, style.rounding), decimals)
      relate('mean', result, [whole, number], () => mayStandFor(result.value, exact(), decimals))
      return result
    },
    again: (of) => {
      const copy = of.role === 'count' ? count(of.value) : { ...of, spot: null, at: null }
      relate('same', copy, [of], () => copy.value === of.value && copy.instead === of.instead)
      return copy
    },
    part: (part, whole) => relate('part', part, [whole], () => part.value <= whole.value),
    balance: (left, right) => {
      const total = (marks: readonly Mark[]) => marks.reduce((sum, { value }) => sum + value, 0)
      const [first, ...rest] = [...left, ...right]
      if (first) relate('balance', first, rest, () => total(left) === total(right))
    },
    ordered: (earlier, later) =>
      relate('dates', earlier, [later], () => exists(earlier) && exists(later) && earlier.value <= later.value),
    say: (...pieces) => void draft.blocks.push({ kind: 'paragraph', pieces }),
    heading: (level, text) => void draft.blocks.push({ kind: 'paragraph', pieces: [text], heading: level }),
  }
}

/** Whole numbers must agree; of rounded ones each may be off by half its last digit, or by one when cut off. */
function sumHolds(result: Mark, of: readonly Mark[]): boolean {
  const exact = of.reduce((sum, { value }) => sum + value, 0)
  if (result.decimals === 0 && of.every(({ decimals }) => decimals === 0)) return result.value === exact
  const unit = 10 ** -Math.min(result.decimals, ...of.map(({ decimals }) => decimals))
  return Math.abs(result.value - exact) <= unit * 0.5 * (of.length + 1) + unit * 1e-6
}

function printedDecimals(mark: Mark): number {
  return /[.,](\d+)%?$/.exec(textOf(mark))?.[1]?.length ?? 0
}

function exists(date: Mark): boolean {
  return date.instead === null
}

function dayWriter(chance: Chance): (value: number) => string {
  // Nghị định 30/2020/NĐ-CP: a zero before days below 10 and before January and February; many write it everywhere or nowhere.
  const wideFrom = chance.pick([
    { day: 10, month: 3 },
    { day: 10, month: 3 },
    { day: 10, month: 10 },
    { day: 0, month: 0 },
  ])
  return (value) => {
    const date = new Date(value * 86_400_000)
    const two = (number: number, below: number) => String(number).padStart(number < below ? 2 : 1, '0')
    return `${two(date.getUTCDate(), wideFrom.day)}/${two(date.getUTCMonth() + 1, wideFrom.month)}/${date.getUTCFullYear()}`
  }
}
