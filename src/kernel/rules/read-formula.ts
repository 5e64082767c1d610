import type { Expression } from './expression.ts'
import { parseFormula } from './parse.ts'
import { checkExpression, type Fields, type ValueType } from './types.ts'

export type FormulaFault = { readonly code: string; readonly values: Readonly<Record<string, string | number>> }

/** What a formula over these names says, when it gives a value of the type; else the first thing that is wrong with it. */
export function readFormula(
  text: string,
  names: Fields,
  type: ValueType,
): { readonly expression: Expression } | { readonly fault: FormulaFault } {
  const parsed = parseFormula(text)
  if ('problem' in parsed) return { fault: parsed.problem }
  const checked = checkExpression(parsed.expression, names, type)
  const [fault] = 'errors' in checked ? checked.errors : []
  return fault ? { fault } : parsed
}
