import type { Mark, Relation } from './draft.ts'
import { textOf } from './draft.ts'
import { shortened } from './numbers.ts'
import type { Chance } from './random.ts'

export type ErrorKind =
  | 'swap'
  | 'transposed'
  | 'lost-mark'
  | 'moved-mark'
  | 'stale-copy'
  | 'wrong-total'
  | 'wrong-subtotal'
  | 'mean-of-ratios'
  | 'wrong-ratio'
  | 'date-order'
  | 'date-impossible'
  | 'narrative-differs'
  | 'percent-in-count'
  | 'part-larger'
  | 'numbering-gap'

type Site = { readonly marks: readonly Mark[]; readonly relations: readonly Relation[]; readonly chance: Chance }

/** Changes marks the way a clerk does by mistake, and names those it changed; `null` where the report has no place for it. */
type Mistake = (site: Site) => readonly Mark[] | null

/** The mistakes, by kind. */
export const ERRORS: Readonly<Record<ErrorKind, Mistake>> = {
  swap: ({ marks, chance }) => {
    const one = oneOf(chance, counts(marks))
    if (!one?.at) return null
    const byRow = chance.yes(0.7)
    const others = counts(marks).filter(
      ({ at }) => at && at.table === one.at?.table && (byRow ? at.row === one.at.row : at.column === one.at.column),
    )
    const other = oneOf(
      chance,
      others.filter((mark) => mark.value !== one.value),
    )
    if (!other) return null
    const value = one.value
    one.value = other.value
    other.value = value
    return [one, other]
  },
  transposed: ({ marks, chance }) => {
    const one = oneOf(
      chance,
      numbers(marks).filter(({ value }) => Math.abs(value) >= 12),
    )
    if (!one) return null
    const digits = one.value.toFixed(one.decimals)
    const places = Array.from(digits).flatMap((digit, index) => {
      const next = digits[index + 1]
      const starts = index === 0 && next === '0'
      return next !== undefined && /\d/.test(digit) && /\d/.test(next) && digit !== next && !starts ? [index] : []
    })
    if (places.length === 0) return null
    const at = chance.pick(places)
    one.value = Number(digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2))
    return [one]
  },
  'lost-mark': ({ marks, chance }) => {
    // 421.620 written 421.62, or the decimal comma left out: 1.234,5 written 12.345.
    const zero = oneOf(
      chance,
      counts(marks).filter((mark) => mark.value >= 1000 && mark.value % 10 === 0 && /\d\.\d{3}$/.test(textOf(mark))),
    )
    if (zero && chance.yes(0.6)) {
      zero.instead = textOf(zero).slice(0, -1)
      zero.value /= 1000
      return [zero]
    }
    const one = oneOf(
      chance,
      marks.filter((mark) => mark.role === 'amount' && mark.decimals > 0 && mark.value > 1),
    )
    if (!one) return null
    const decimal = /[.,](?=\d+$)/.exec(textOf(one))?.[0]
    const thousands = decimal === ',' ? '.' : textOf(one).includes(',') ? ',' : ''
    one.value = Math.round(one.value * 10 ** one.decimals)
    one.instead = String(one.value).replace(/\B(?=(?:\d{3})+$)/g, thousands)
    return [one]
  },
  'moved-mark': ({ marks, chance }) => {
    const one = oneOf(
      chance,
      marks.filter(
        (mark) =>
          (mark.role === 'percent' && mark.decimals > 0 && mark.value >= 10 && mark.value % 1 !== 0) ||
          (mark.role === 'count' && mark.value >= 1000 && textOf(mark).includes('.')),
      ),
    )
    if (!one) return null
    if (one.role === 'percent') {
      one.value = shortened(one.value / 10, one.decimals + 1, 'truncate')
      one.instead = textOf({ ...one, instead: null }).includes(',')
        ? String(one.value).replace('.', ',')
        : String(one.value)
      if (one.write(12.5).endsWith('%')) one.instead += '%'
      return [one]
    }
    // 24.020 written 2.4020 or 240.20
    const digits = String(one.value)
    const at = chance.pick([1, digits.length - 2])
    one.instead = `${digits.slice(0, at)}.${digits.slice(at)}`
    one.value = Number(one.instead)
    return [one]
  },
  'stale-copy': ({ marks, chance }) => {
    const one = oneOf(
      chance,
      numbers(marks).filter(({ at }) => at !== null),
    )
    if (!one?.at) return null
    const from = marks.find(
      ({ at, role }) =>
        at &&
        one.at &&
        role === one.role &&
        at.table === one.at.table &&
        at.column === one.at.column &&
        at.row === one.at.row - 1,
    )
    // Nothing to copy where the row above is blank.
    if (!from || from.value === one.value || from.value === 0) return null
    one.value = from.value
    return [one]
  },
  'wrong-total': ({ relations, chance }) => wrongTotal(relations, chance, 'sum'),
  'wrong-subtotal': ({ relations, chance }) => wrongTotal(relations, chance, 'subtotal'),
  'mean-of-ratios': ({ relations, marks, chance }) => {
    const shares = relations.filter(
      ({ kind, result }) => kind === 'ratio' && result.at && result.at.table.rows[result.at.row]?.kind === 'total',
    )
    const one = shares.length > 0 ? chance.pick(shares).result : null
    if (!one?.at) return null
    const column = marks.filter(
      ({ at, role }) =>
        role === 'percent' &&
        at &&
        one.at &&
        at.table === one.at.table &&
        at.column === one.at.column &&
        at.table.rows[at.row]?.kind === 'data',
    )
    if (column.length < 3) return null
    one.value = shortened(column.reduce((sum, { value }) => sum + value, 0) / column.length, one.decimals, 'half-up')
    return [one]
  },
  'wrong-ratio': ({ relations, marks, chance }) => {
    const shares = relations.filter(
      ({ kind, result }) => (kind === 'ratio' || kind === 'growth') && result.role === 'percent',
    )
    if (shares.length === 0) return null
    const { result, inputs } = chance.pick(shares)
    const whole = oneOf(
      chance,
      counts(marks).filter(
        ({ at, value }) =>
          at && result.at && at.table === result.at.table && at.column === inputs.at(-1)?.at?.column && value > 0,
      ),
    )
    const part = inputs[0]?.value ?? 0
    const slipped = result.value + chance.pick([1, -1]) * chance.int(1, 9)
    const other = whole && chance.yes(0.4) ? shortened((part / whole.value) * 100, result.decimals, 'half-up') : slipped
    result.value = other > 0 && other < 100 ? other : slipped
    return [result]
  },
  'date-order': ({ relations, chance }) => {
    const pairs = relations.filter(({ kind, result }) => kind === 'dates' && result.instead === null)
    const pair = pairs.length > 0 ? chance.pick(pairs) : null
    const [later] = pair?.inputs ?? []
    if (!pair || !later || pair.result.value === later.value) return null
    // January of the year after is written with the year that just ended; or both days change places.
    if (chance.yes(0.5)) later.value -= 365
    else [pair.result.value, later.value] = [later.value, pair.result.value]
    return pair.result.value > later.value ? [pair.result, later] : null
  },
  'date-impossible': ({ marks, chance }) => {
    const one = oneOf(
      chance,
      marks.filter(({ role }) => role === 'date'),
    )
    if (!one) return null
    const year = new Date(one.value * 86_400_000).getUTCFullYear()
    one.instead = `${chance.pick(['31/9', '31/11', '30/02', '29/13', '32/8', '31/04', ...(year % 4 === 0 ? [] : ['29/02'])])}/${year}`
    return [one]
  },
  'narrative-differs': ({ relations, chance }) => {
    const told = relations.filter(
      ({ kind, result, inputs }) => kind === 'same' && inputs.length === 1 && result.at === null && result.value >= 12,
    )
    if (told.length === 0) return null
    const { result } = chance.pick(told)
    const digits = Array.from(String(Math.trunc(result.value)))
    const at = chance.int(0, digits.length - 1)
    digits[at] = String((Number(digits[at]) % 9) + 1)
    result.value = Number(digits.join(''))
    return [result]
  },
  'percent-in-count': ({ marks, chance }) => {
    const one = oneOf(
      chance,
      counts(marks).filter(({ at }) => at !== null),
    )
    if (!one) return null
    const share = marks.find(
      ({ at, role }) => role === 'percent' && at && one.at && at.table === one.at.table && at.row === one.at.row,
    )
    one.value = share?.value ?? 100
    one.instead = textOf(share ?? one).replace(/%?$/, '%')
    if (!share) one.instead = '100%'
    return [one]
  },
  'part-larger': ({ relations, chance }) => {
    const parts = relations.filter(({ kind, result }) => kind === 'part' && result.role === 'count')
    if (parts.length === 0) return null
    const { result, inputs } = chance.pick(parts)
    result.value = Math.round((inputs[0]?.value ?? 0) * (chance.int(103, 190) / 100)) + 1
    return [result]
  },
  'numbering-gap': ({ relations, chance }) => {
    const steps = relations.filter(({ kind }) => kind === 'sequence')
    if (steps.length === 0) return null
    const { result } = chance.pick(steps)
    // From here on every number is one too high.
    const later = steps.filter(
      ({ result: other }) => other.at?.table === result.at?.table && (other.at?.row ?? 0) > (result.at?.row ?? 0),
    )
    const rest = sameRun(result, later)
    for (const mark of [result, ...rest]) mark.value++
    return [result]
  },
}

function sameRun(first: Mark, later: readonly Relation[]): Mark[] {
  const run: Mark[] = []
  let last = first
  for (const { result, inputs } of later) {
    if (inputs[0] !== last) continue
    run.push(result)
    last = result
  }
  return run
}

function wrongTotal(relations: readonly Relation[], chance: Chance, kind: 'sum' | 'subtotal'): readonly Mark[] | null {
  const sums = relations.filter((relation) => relation.kind === kind && relation.inputs.length > 1)
  if (sums.length === 0) return null
  const { result, inputs } = chance.pick(sums)
  const unit = 10 ** -result.decimals
  const part = chance.pick(inputs).value
  const off = chance.pick([part, -part, unit * 10, -unit * 10, unit * 100, unit * chance.int(2, 9)])
  if (off === 0 || result.value + off <= 0) return null
  result.value = shortened(result.value + off, result.decimals, 'half-up')
  return [result]
}

function counts(marks: readonly Mark[]): Mark[] {
  return marks.filter(({ role, instead, value }) => role === 'count' && instead === null && value > 0)
}

function numbers(marks: readonly Mark[]): Mark[] {
  return marks.filter(
    ({ role, instead }) => (role === 'count' || role === 'amount' || role === 'percent') && instead === null,
  )
}

function oneOf(chance: Chance, marks: readonly Mark[]): Mark | undefined {
  return marks.length === 0 ? undefined : chance.pick(marks)
}
