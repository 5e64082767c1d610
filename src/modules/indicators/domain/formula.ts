import type { Decimal } from '#kernel/decimal.ts'
import { type Expression, references } from '#kernel/rules/expression.ts'
import { evaluateNumber } from '#kernel/rules/interpret.ts'
import { parseFormula } from '#kernel/rules/parse.ts'
import { checkExpression } from '#kernel/rules/types.ts'

export type FormulaError = { readonly code: string; readonly values: Readonly<Record<string, string | number>> }

const read = new Map<string, Expression>()
const MOST_KEPT = 2000

/** The expression of a stored formula, which was checked when it was stored. */
export function formulaOf(text: string): Expression {
  const known = read.get(text)
  if (known) return known
  const parsed = parseFormula(text)
  if ('problem' in parsed) throw new Error(`A stored formula cannot be read: ${text}`)
  if (read.size >= MOST_KEPT) read.clear()
  read.set(text, parsed.expression)
  return parsed.expression
}

/**
 * The formula a person typed over known measures, or what is wrong with it. It must add up: its value for a whole is the sum of
 * its values for the parts, so that a ratio is Σ numerators over Σ denominators at every level and in every period.
 */
export function checkFormula(
  text: string,
  measureCodes: ReadonlySet<string>,
):
  | { readonly expression: Expression; readonly measures: readonly string[] }
  | { readonly errors: readonly FormulaError[] } {
  const parsed = parseFormula(text)
  if ('problem' in parsed) return { errors: [parsed.problem] }
  const { expression } = parsed
  const fields = Object.fromEntries([...measureCodes].map((code) => [code, 'number'] as const))
  const checked = checkExpression(expression, fields, 'number')
  if ('errors' in checked) return { errors: checked.errors }
  const measures = references(expression)
  if (measures.length === 0) return { errors: [{ code: 'indicators/formula-without-measure', values: {} }] }
  if (!addsUp(expression)) return { errors: [{ code: 'indicators/formula-does-not-add-up', values: {} }] }
  return { expression, measures }
}

/** Whether the value for a whole is the sum of the values for its parts: sums of measures, each times or over a plain number. */
export function addsUp(expression: Expression): boolean {
  if (expression.kind === 'reference') return true
  if (expression.kind === 'add' || expression.kind === 'subtract')
    return addsUp(expression.left) && addsUp(expression.right)
  if (expression.kind === 'sum') return expression.of.every(addsUp)
  if (expression.kind === 'negate') return addsUp(expression.of)
  // A quotient is rounded, so dividing before adding is not the same as after.
  if (expression.kind !== 'multiply') return false
  const { left, right } = expression
  return (isPlain(left) && addsUp(right)) || (addsUp(left) && isPlain(right))
}

function isPlain(expression: Expression): boolean {
  return expression.kind === 'number' || (expression.kind === 'negate' && isPlain(expression.of))
}

/** The value of a formula over the figures of its measures; empty when one it needs has none. */
export function valueOf(expression: Expression, figures: ReadonlyMap<string, Decimal | null>): Decimal | null {
  return evaluateNumber(expression, Object.fromEntries(figures))
}
