import { isDay } from '../calendar.ts'
import { COMPARISONS, type Comparison, type Expression, type Literal } from './expression.ts'
import type { ValueType } from './types.ts'

/** Something a condition may ask. */
export type Asked = {
  readonly name: string
  readonly type: ValueType
  /** Whether it may be asked if there is an answer at all. */
  readonly mayBeBlank: boolean
}

/** `yes` and `no` for what is answered so, `blank` and `given`, a comparison with a value for the others. */
export type RowOperator = 'yes' | 'no' | 'blank' | 'given' | Comparison
export type ConditionRow = { readonly name: string; readonly operator: RowOperator; readonly value: string }
/** A condition as an official puts it together: some comparisons, all of which or one of which must hold. */
export type ConditionRows = { readonly join: 'and' | 'or'; readonly rows: readonly ConditionRow[] }

/** The comparisons that make sense for what is asked. */
export function operatorsFor({ type, mayBeBlank }: Omit<Asked, 'name'>): readonly RowOperator[] {
  return [...comparisonsOf(type), ...(mayBeBlank ? (['blank', 'given'] as const) : [])]
}

function comparisonsOf(type: ValueType): readonly RowOperator[] {
  if (type === 'boolean') return ['yes', 'no']
  return type === 'text' ? ['=', '<>'] : COMPARISONS
}

export const needsValue = (operator: RowOperator): boolean => !['yes', 'no', 'blank', 'given'].includes(operator)

export const blankRow = (asked: Asked): ConditionRow => ({
  name: asked.name,
  operator: operatorsFor(asked)[0] ?? '=',
  value: '',
})

/** The condition of the rows that are complete; null when none is. */
export function expressionOf({ join, rows }: ConditionRows, known: readonly Asked[]): Expression | null {
  const parts = rows.flatMap((row) => partOf(row, known) ?? [])
  const [first, ...others] = parts
  if (!first) return null
  return others.length === 0 ? first : { kind: join, of: parts }
}

function partOf({ name, operator, value }: ConditionRow, known: readonly Asked[]): Expression | undefined {
  const asked = known.find((one) => one.name === name)
  if (!asked) return undefined
  const reference = { kind: 'reference', name } as const
  switch (operator) {
    case 'yes':
      return reference
    case 'no':
      return { kind: 'not', of: reference }
    case 'blank':
      return { kind: 'is-blank', of: reference }
    case 'given':
      return { kind: 'not', of: { kind: 'is-blank', of: reference } }
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const right = literalOf(asked.type, value.trim())
      return right && { kind: 'compare', operator, left: reference, right }
    }
  }
}

function literalOf(type: ValueType, value: string): Literal | undefined {
  if (value === '') return undefined
  if (type === 'number')
    return /^(?:0|[1-9]\d{0,19})(?:\.\d{1,15})?$/.test(value) ? { kind: 'number', value } : undefined
  if (type === 'day') return isDay(value) ? { kind: 'day', value } : undefined
  return { kind: 'text', value }
}

/** The rows that say the same; null when the condition needs a formula. */
export function rowsOf(expression: Expression, known: readonly Asked[]): ConditionRows | null {
  const [join, parts] =
    expression.kind === 'and' || expression.kind === 'or'
      ? [expression.kind, expression.of]
      : (['and', [expression]] as const)
  const rows = parts.flatMap((part) => rowOf(part) ?? [])
  const fit = rows.every(({ name, operator }) =>
    known.some((asked) => asked.name === name && operatorsFor(asked).includes(operator)),
  )
  return fit && rows.length === parts.length ? { join, rows } : null
}

function rowOf(part: Expression): ConditionRow | null {
  if (part.kind === 'reference') return { name: part.name, operator: 'yes', value: '' }
  if (part.kind === 'is-blank' && part.of.kind === 'reference')
    return { name: part.of.name, operator: 'blank', value: '' }
  if (part.kind === 'not' && part.of.kind === 'reference') return { name: part.of.name, operator: 'no', value: '' }
  if (part.kind === 'not' && part.of.kind === 'is-blank' && part.of.of.kind === 'reference')
    return { name: part.of.of.name, operator: 'given', value: '' }
  if (part.kind !== 'compare' || part.left.kind !== 'reference') return null
  const { left, operator, right } = part
  if (right.kind === 'boolean' && operator === '=')
    return { name: left.name, operator: right.value ? 'yes' : 'no', value: '' }
  if (right.kind !== 'number' && right.kind !== 'text' && right.kind !== 'day') return null
  return { name: left.name, operator, value: right.value }
}
