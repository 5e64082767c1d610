import { z } from 'zod'
import type { Day } from '../calendar.ts'
import { dayField } from '../fields.ts'

/**
 * The one expression language of the platform (indicators, later fees, deadlines, conditions), as JSON. It is total: every
 * well-typed expression has a value for every input, and that value may be empty (`null`), as in SQL:
 * - `+ − × ÷`, comparison, `round`, `negate`, `in`: empty when an operand is; dividing by zero is empty;
 * - `sum`, `min`, `max`: of the operands that are not empty; empty when all are;
 * - `and`, `or`, `not`: three-valued (false and empty is false, true or empty is true, otherwise empty stays empty);
 * - `if`: the other branch unless the condition is true; `coalesce`: the first operand that is not empty.
 * Numbers are exact decimals; a quotient is rounded half away from zero to 20 decimals.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'day'; readonly value: Day }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** No value; only as a branch of an `if`. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: ArithmeticKind; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negate' | 'not' | 'is-blank'; readonly of: Expression }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'sum'; readonly of: readonly Expression[] }
  | { readonly kind: 'min' | 'max' | 'coalesce'; readonly of: readonly Expression[] }
  | {
      readonly kind: 'if'
      readonly condition: Expression
      readonly whenTrue: Expression
      readonly otherwise: Expression
    }
  | { readonly kind: 'round'; readonly of: Expression; readonly digits: number }
  | { readonly kind: 'in'; readonly of: Expression; readonly list: readonly Literal[] }

export type ArithmeticKind = 'add' | 'subtract' | 'multiply' | 'divide'
export type ManyKind = 'sum' | 'min' | 'max' | 'coalesce'
export type Literal = Extract<Expression, { kind: 'number' | 'text' | 'day' | 'boolean' }>

export const COMPARISONS = ['=', '<>', '<', '<=', '>', '>='] as const
export type Comparison = (typeof COMPARISONS)[number]

/** An expression larger than this is refused, so that its cost is bounded. */
export const MAX_NODES = 300
export const MAX_DEPTH = 40

/** A measure code or field name. */
export const referenceName = z
  .string()
  .max(80)
  .regex(/^[\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}_])?$/u)

const literals = [
  z.strictObject({ kind: z.literal('number'), value: z.string().regex(/^(?:0|[1-9]\d{0,19})(?:\.\d{1,15})?$/) }),
  z.strictObject({
    kind: z.literal('text'),
    value: z
      .string()
      .max(200)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u),
  }),
  z.strictObject({ kind: z.literal('day'), value: dayField }),
  z.strictObject({ kind: z.literal('boolean'), value: z.boolean() }),
] as const

const part: z.ZodType<Expression> = z.lazy(() => node)
const parts = z.array(part).min(2).max(50)

const node: z.ZodType<Expression> = z.discriminatedUnion('kind', [
  ...literals,
  z.strictObject({ kind: z.literal('blank') }),
  z.strictObject({ kind: z.literal('reference'), name: referenceName }),
  z.strictObject({ kind: z.enum(['add', 'subtract', 'multiply', 'divide']), left: part, right: part }),
  z.strictObject({ kind: z.enum(['negate', 'not', 'is-blank']), of: part }),
  z.strictObject({ kind: z.literal('compare'), operator: z.enum(COMPARISONS), left: part, right: part }),
  z.strictObject({ kind: z.enum(['and', 'or', 'sum', 'min', 'max', 'coalesce']), of: parts }),
  z.strictObject({ kind: z.literal('if'), condition: part, whenTrue: part, otherwise: part }),
  z.strictObject({ kind: z.literal('round'), of: part, digits: z.int().min(0).max(10) }),
  z.strictObject({
    kind: z.literal('in'),
    of: part,
    list: z.array(z.discriminatedUnion('kind', literals)).min(1).max(100),
  }),
])

/** An expression as it arrives and is stored; its size is checked before anything walks into it. */
export const Expression: z.ZodType<Expression> = z
  .custom<unknown>((json) => json !== undefined, 'platform/required')
  .refine(isBounded, { error: 'rules/too-large', abort: true })
  .pipe(node)

/** Whether any JSON stays within `MAX_NODES` and `MAX_DEPTH`; walks it without recursion. */
export function isBounded(json: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: json, depth: 1 }]
  let nodes = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    const isList = Array.isArray(value)
    if (!isList && (++nodes > MAX_NODES || depth > MAX_DEPTH)) return false
    const inside: unknown[] = Object.values(value)
    if (waiting.length + inside.length > 10 * MAX_NODES) return false
    for (const each of inside) waiting.push({ value: each, depth: isList ? depth : depth + 1 })
  }
  return true
}

/** The expressions directly inside, each with its place (`left`, `of.2`). */
export function inner(expression: Expression): readonly { readonly path: string; readonly expression: Expression }[] {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'day':
    case 'boolean':
    case 'blank':
    case 'reference':
      return []
    case 'negate':
    case 'not':
    case 'is-blank':
    case 'round':
    case 'in':
      return [{ path: 'of', expression: expression.of }]
    case 'and':
    case 'or':
    case 'sum':
    case 'min':
    case 'max':
    case 'coalesce':
      return expression.of.map((each, index) => ({ path: `of.${index}`, expression: each }))
    case 'if':
      return [
        { path: 'condition', expression: expression.condition },
        { path: 'whenTrue', expression: expression.whenTrue },
        { path: 'otherwise', expression: expression.otherwise },
      ]
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'compare':
      return [
        { path: 'left', expression: expression.left },
        { path: 'right', expression: expression.right },
      ]
  }
}

/** Every name the expression refers to, once, in the order of first use. */
export function references(expression: Expression): readonly string[] {
  const names = new Set<string>()
  const walk = (each: Expression) => {
    if (each.kind === 'reference') names.add(each.name)
    for (const { expression: child } of inner(each)) walk(child)
  }
  walk(expression)
  return [...names]
}
