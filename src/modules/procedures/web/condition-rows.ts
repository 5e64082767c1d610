import { isDay } from '#kernel/calendar.ts'
import { COMPARISONS, type Comparison, type Expression, type Literal } from '#kernel/rules/expression.ts'
import type { ProcedureContent } from '../contract.ts'

type Questions = ProcedureContent['questions']
type Question = Questions[number]

/** `yes` and `no` for questions answered so, a comparison with a value for the others. */
export type RowOperator = 'yes' | 'no' | Comparison
export type ConditionRow = { readonly name: string; readonly operator: RowOperator; readonly value: string }
/** A condition as an official puts it together: some comparisons, all of which or one of which must hold. */
export type ConditionRows = { readonly join: 'and' | 'or'; readonly rows: readonly ConditionRow[] }

/** The comparisons that make sense for a question. */
export function operatorsFor({ type }: Question): readonly RowOperator[] {
  if (type === 'boolean') return ['yes', 'no']
  return type === 'number' || type === 'day' ? COMPARISONS : ['=', '<>']
}

export const blankRow = (question: Question): ConditionRow => ({
  name: question.name,
  operator: operatorsFor(question)[0] ?? '=',
  value: '',
})

/** The condition of the rows that are complete; null when none is. */
export function expressionOf({ join, rows }: ConditionRows, questions: Questions): Expression | null {
  const parts = rows.flatMap((row) => partOf(row, questions) ?? [])
  const [first, ...others] = parts
  if (!first) return null
  return others.length === 0 ? first : { kind: join, of: parts }
}

function partOf({ name, operator, value }: ConditionRow, questions: Questions): Expression | undefined {
  const question = questions.find((one) => one.name === name)
  if (!question) return undefined
  const reference = { kind: 'reference', name } as const
  if (operator === 'yes') return reference
  if (operator === 'no') return { kind: 'not', of: reference }
  const right = literalOf(question, value.trim())
  return right && { kind: 'compare', operator, left: reference, right }
}

function literalOf({ type }: Question, value: string): Literal | undefined {
  if (value === '') return undefined
  if (type === 'number')
    return /^(?:0|[1-9]\d{0,19})(?:\.\d{1,15})?$/.test(value) ? { kind: 'number', value } : undefined
  if (type === 'day') return isDay(value) ? { kind: 'day', value } : undefined
  return { kind: 'text', value }
}

/** The rows that say the same; null when the condition needs a formula. */
export function rowsOf(expression: Expression, questions: Questions): ConditionRows | null {
  const [join, parts] =
    expression.kind === 'and' || expression.kind === 'or'
      ? [expression.kind, expression.of]
      : (['and', [expression]] as const)
  const rows = parts.map((part) => rowOf(part, questions))
  return rows.every((row) => row !== null) ? { join, rows } : null
}

function rowOf(part: Expression, questions: Questions): ConditionRow | null {
  const isKnown = (name: string) => questions.some((one) => one.name === name)
  if (part.kind === 'reference') return isKnown(part.name) ? { name: part.name, operator: 'yes', value: '' } : null
  if (part.kind === 'not' && part.of.kind === 'reference')
    return isKnown(part.of.name) ? { name: part.of.name, operator: 'no', value: '' } : null
  if (part.kind !== 'compare' || part.left.kind !== 'reference' || !isKnown(part.left.name)) return null
  const { left, operator, right } = part
  if (right.kind !== 'number' && right.kind !== 'text' && right.kind !== 'day') return null
  return { name: left.name, operator, value: right.value }
}
