import { isDay } from '../calendar.ts'
import { Problem } from '../problem.ts'
import type { Values } from '../problem-messages.ts'
import { type Expression, isBounded, type Literal, MAX_DEPTH, MAX_NODES, referenceName } from './expression.ts'
import { type SyntaxProblem, type Token, tokenize } from './tokens.ts'
import { type FunctionName, meaning } from './words.ts'

export type Parsed = { readonly expression: Expression } | { readonly problem: SyntaxProblem }

const MAX_LENGTH = 10_000

/**
 * The expression a person wrote, in either language:
 * `[vb_di_pm] + [vb_den_pm]` · `neu([a] > [b]; 1; 0)` · `lam_tron([a] / [b] * 100; 2)` · `[ma] thuộc`-lists as
 * `thuoc([loai]; "A"; "B")` · `ngay("2026-12-31")`. References stand in brackets, arguments are parted by `;`, numbers take
 * a decimal comma or dot, words may carry marks. From weakest to strongest: hoac, va, khong, comparison, + −, × ÷, sign.
 */
export function parseFormula(formula: string): Parsed {
  if (formula.length > MAX_LENGTH) return { problem: TOO_LARGE }
  const tokens = tokenize(formula)
  if ('code' in tokens) return { problem: tokens }
  const reader: Reader = { tokens, at: 0, depth: 0 }
  try {
    const expression = either(reader)
    if (peek(reader).kind !== 'end') throw unexpected(reader, 'end')
    return isBounded(expression) ? { expression } : { problem: TOO_LARGE }
  } catch (thrown) {
    if (thrown instanceof Problem) return { problem: { code: thrown.code, values: thrown.values } }
    throw thrown
  }
}

const TOO_LARGE: SyntaxProblem = { code: 'rules/too-large', values: { nodes: MAX_NODES, depth: MAX_DEPTH } }

type Reader = { readonly tokens: readonly Token[]; at: number; depth: number }
type Part = (reader: Reader) => Expression

function either(reader: Reader): Expression {
  return chain(reader, 'or', both)
}

function both(reader: Reader): Expression {
  return chain(reader, 'and', negation)
}

function chain(reader: Reader, word: 'and' | 'or', part: Part): Expression {
  const first = part(reader)
  const more: Expression[] = []
  while (takeWord(reader, word)) more.push(part(reader))
  return more.length === 0 ? first : { kind: word, of: [first, ...more] }
}

function negation(reader: Reader): Expression {
  return takeWord(reader, 'not') ? { kind: 'not', of: deeper(reader, negation) } : comparison(reader)
}

const COMPARES = { '=': '=', '<>': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const
const SUMS = { '+': 'add', '-': 'subtract' } as const
const PRODUCTS = { '*': 'multiply', '/': 'divide' } as const

function comparison(reader: Reader): Expression {
  const left = sums(reader)
  const operator = takeOne(reader, COMPARES)
  return operator ? { kind: 'compare', operator, left, right: sums(reader) } : left
}

function sums(reader: Reader): Expression {
  return leftToRight(reader, SUMS, products)
}

function products(reader: Reader): Expression {
  return leftToRight(reader, PRODUCTS, signed)
}

function leftToRight(reader: Reader, operators: typeof SUMS | typeof PRODUCTS, part: Part): Expression {
  let left = part(reader)
  for (let kind = takeOne(reader, operators); kind; kind = takeOne(reader, operators)) {
    left = { kind, left, right: part(reader) }
  }
  return left
}

function signed(reader: Reader): Expression {
  return takeSymbol(reader, '-') ? { kind: 'negate', of: deeper(reader, signed) } : operand(reader)
}

function operand(reader: Reader): Expression {
  const token = peek(reader)
  switch (token.kind) {
    case 'number':
    case 'text':
      return literal(reader)
    case 'reference':
      return named(reader)
    case 'word':
      return word(reader)
    case 'symbol':
    case 'end': {
      if (!takeSymbol(reader, '(')) throw unexpected(reader, 'operand')
      const inside = deeper(reader, either)
      close(reader)
      return inside
    }
  }
}

function named(reader: Reader): Expression {
  const { text, position } = next(reader)
  if (!referenceName.safeParse(text).success) throw unreadable('rules/unknown-reference', { name: text, position })
  return { kind: 'reference', name: text }
}

function word(reader: Reader): Expression {
  const { text, position } = peek(reader)
  const meant = meaning(text)
  if (meant === undefined) throw unreadable('rules/unknown-function', { name: text, position })
  if (meant === 'and' || meant === 'or' || meant === 'not') throw unexpected(reader, 'operand')
  if (meant === 'true' || meant === 'false' || meant === 'day') return literal(reader)
  next(reader)
  return meant === 'blank' ? { kind: 'blank' } : called(reader, meant, { name: text, position })
}

/** A number, text, day, or yes-or-no: what may stand in a list. */
function literal(reader: Reader): Literal {
  const { kind, text, position } = next(reader)
  if (kind === 'number') return { kind, value: text }
  if (kind === 'text') return { kind, value: checkedText(text, position) }
  const meant = kind === 'word' ? meaning(text) : undefined
  if (meant === 'true' || meant === 'false') return { kind: 'boolean', value: meant === 'true' }
  if (meant !== 'day') throw unreadable('rules/expected', { expected: 'literal', found: text, position })
  open(reader)
  const day = next(reader)
  if (day.kind !== 'text' || !isDay(day.text))
    throw unreadable('rules/not-a-day', { found: day.text, position: day.position })
  close(reader)
  return { kind: 'day', value: day.text }
}

function checkedText(text: string, position: number): string {
  if (text.length > 200 || /[\p{Cc}\p{Cs}]/u.test(text)) throw unreadable('rules/bad-text', { position })
  return text
}

function called(reader: Reader, name: Exclude<FunctionName, 'day'>, where: Values): Expression {
  open(reader)
  const first = deeper(reader, either)
  if (name === 'in') return { kind: 'in', of: first, list: rest(reader, literal, where, 100) }
  const [second, third, ...more] = rest(reader, (each) => deeper(each, either), where, 49)
  const all = [first, ...(second ? [second] : []), ...(third ? [third] : []), ...more]
  switch (name) {
    case 'is-blank':
      if (second) break
      return { kind: name, of: first }
    case 'if':
      if (!second || more.length > 0) break
      return { kind: name, condition: first, whenTrue: second, otherwise: third ?? { kind: 'blank' } }
    case 'round':
      if (third || (second && !(second.kind === 'number' && /^(?:\d|10)$/.test(second.value)))) break
      return { kind: name, of: first, digits: second?.kind === 'number' ? Number(second.value) : 0 }
    case 'min':
    case 'max':
    case 'sum':
    case 'coalesce':
      if (!second) break
      return { kind: name, of: all }
  }
  throw unreadable('rules/wrong-arguments', where)
}

/** The arguments after the first, up to the closing bracket. */
function rest<T>(reader: Reader, part: (reader: Reader) => T, where: Values, most: number): readonly T[] {
  const found: T[] = []
  while (takeSymbol(reader, ';')) found.push(part(reader))
  close(reader)
  if (found.length > most) throw unreadable('rules/wrong-arguments', where)
  return found
}

function deeper(reader: Reader, part: Part): Expression {
  if (++reader.depth > 4 * MAX_DEPTH) throw unreadable('rules/too-large', TOO_LARGE.values)
  const expression = part(reader)
  reader.depth--
  return expression
}

function peek(reader: Reader): Token {
  return reader.tokens[reader.at] ?? { kind: 'end', text: '', position: 0 }
}

function next(reader: Reader): Token {
  const token = peek(reader)
  if (token.kind !== 'end') reader.at++
  return token
}

function takeSymbol(reader: Reader, symbol: string): boolean {
  const { kind, text } = peek(reader)
  if (kind !== 'symbol' || text !== symbol) return false
  reader.at++
  return true
}

function takeWord(reader: Reader, word: 'and' | 'or' | 'not'): boolean {
  const { kind, text } = peek(reader)
  if (kind !== 'word' || meaning(text) !== word) return false
  reader.at++
  return true
}

function takeOne<T>(reader: Reader, symbols: Readonly<Record<string, T>>): T | undefined {
  const { kind, text } = peek(reader)
  const found = kind === 'symbol' && Object.hasOwn(symbols, text) ? symbols[text] : undefined
  if (found !== undefined) reader.at++
  return found
}

function open(reader: Reader): void {
  if (!takeSymbol(reader, '(')) throw unexpected(reader, '(')
}

function close(reader: Reader): void {
  if (!takeSymbol(reader, ')')) throw unexpected(reader, ')')
}

function unexpected(reader: Reader, expected: string): Problem {
  const { text, position } = peek(reader)
  return unreadable('rules/expected', { expected, found: text, position })
}

/** Thrown while reading and caught by `parseFormula`, which returns it. */
function unreadable(code: string, values: Values): Problem {
  return new Problem('rule-broken', code, '', { values })
}
