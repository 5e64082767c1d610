import {
  add,
  compare,
  type Decimal,
  decimalOf,
  divide,
  findDecimal,
  multiply,
  roundDecimal,
  subtract,
} from '../decimal.ts'
import type { ArithmeticKind, Comparison, Expression, Literal, ManyKind } from './expression.ts'
import type { ValueType } from './types.ts'

/** A value of the language: an exact decimal, yes or no, text or a day, or empty. */
export type RuleValue = Decimal | boolean | string | null
export type Lookup = (name: string) => RuleValue

/**
 * The value of a checked expression, the same in the browser, on the server and, compiled by `toSql`, in PostgreSQL. Total:
 * a name without a value is empty, and so is an operation on values of the wrong type.
 */
export function evaluate(expression: Expression, lookup: Lookup): RuleValue {
  const value = (each: Expression) => evaluate(each, lookup)
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'day':
    case 'boolean':
      return literalValue(expression)
    case 'blank':
      return null
    case 'reference':
      return lookup(expression.name)
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return arithmetic(expression.kind, number(value(expression.left)), number(value(expression.right)))
    case 'negate':
      return arithmetic('subtract', ZERO, number(value(expression.of)))
    case 'round': {
      const rounded = number(value(expression.of))
      return rounded && roundDecimal(rounded, expression.digits)
    }
    case 'not': {
      const truth = value(expression.of)
      return typeof truth === 'boolean' ? !truth : null
    }
    case 'and':
      return allOrAny(expression.of.map(value), false)
    case 'or':
      return allOrAny(expression.of.map(value), true)
    case 'is-blank': {
      const tested = value(expression.of)
      return tested === null || (typeof tested === 'string' && /^ *$/.test(tested))
    }
    case 'compare':
      return compared(expression.operator, value(expression.left), value(expression.right))
    case 'if':
      return value(expression.condition) === true ? value(expression.whenTrue) : value(expression.otherwise)
    case 'in':
      return isListed(value(expression.of), expression.list)
    case 'sum':
    case 'min':
    case 'max':
    case 'coalesce':
      return ofMany(expression.kind, expression.of.map(value))
  }
}

/** The number a checked expression gives over numbers by name (`numeric` text from PostgreSQL too), or empty. */
export function evaluateNumber(
  expression: Expression,
  numbers: Readonly<Record<string, number | string | Decimal | null | undefined>>,
): Decimal | null {
  return number(
    evaluate(expression, (name) => toRuleValue('number', Object.hasOwn(numbers, name) ? numbers[name] : null)),
  )
}

/** A stored or typed value as a value of the language; empty when it is not of the type. */
export function toRuleValue(type: ValueType, raw: unknown): RuleValue {
  switch (type) {
    case 'number':
      if (typeof raw === 'number') return Number.isFinite(raw) ? decimalOf(raw) : null
      if (typeof raw === 'bigint') return decimalOf(raw)
      return typeof raw === 'string' ? findDecimal(raw) : number(raw as RuleValue)
    case 'boolean':
      return typeof raw === 'boolean' ? raw : null
    case 'text':
    case 'day':
      return typeof raw === 'string' ? raw.normalize('NFC') : null
  }
}

const ZERO = decimalOf(0)

function number(value: RuleValue | undefined): Decimal | null {
  return typeof value === 'object' && value !== null && typeof value.units === 'bigint' ? value : null
}

function literalValue(literal: Literal): RuleValue {
  if (literal.kind === 'number') return decimalOf(literal.value)
  return typeof literal.value === 'string' ? literal.value.normalize('NFC') : literal.value
}

function arithmetic(kind: ArithmeticKind, left: Decimal | null, right: Decimal | null): Decimal | null {
  if (!left || !right) return null
  switch (kind) {
    case 'add':
      return add(left, right)
    case 'subtract':
      return subtract(left, right)
    case 'multiply':
      return multiply(left, right)
    case 'divide':
      return divide(left, right)
  }
}

/** `and` (decisive: false) or `or` (decisive: true) in three-valued logic. */
function allOrAny(values: readonly RuleValue[], decisive: boolean): boolean | null {
  if (values.includes(decisive)) return decisive
  return values.every((value) => value === !decisive) ? !decisive : null
}

function compared(operator: Comparison, left: RuleValue, right: RuleValue): boolean | null {
  const order = orderOf(left, right)
  if (order === null) return null
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

function orderOf(left: RuleValue, right: RuleValue): number | null {
  if (left === null || right === null || typeof left !== typeof right) return null
  const [a, b] = [number(left), number(right)]
  if (a && b) return compare(a, b)
  return left < right ? -1 : left > right ? 1 : 0
}

function isListed(value: RuleValue, list: readonly Literal[]): boolean | null {
  return value === null ? null : list.some((literal) => orderOf(value, literalValue(literal)) === 0)
}

function ofMany(kind: ManyKind, values: readonly RuleValue[]): RuleValue {
  const given = values.filter((value) => value !== null)
  const [first, ...rest] = given
  if (first === undefined) return null
  switch (kind) {
    case 'coalesce':
      return first
    case 'sum':
      return rest.reduce<Decimal | null>((sum, value) => arithmetic('add', sum, number(value)), number(first))
    case 'min':
      return rest.reduce((least, value) => ((orderOf(value, least) ?? 0) < 0 ? value : least), first)
    case 'max':
      return rest.reduce((most, value) => ((orderOf(value, most) ?? 0) > 0 ? value : most), first)
  }
}
