import { formatDay } from '../calendar.ts'
import type { Language } from '../problem-messages.ts'
import type { Comparison, Expression, Literal } from './expression.ts'
import { WORDS } from './words.ts'

/** The formula text of an expression, which `parseFormula` reads back as the same expression. */
export function formulaText(expression: Expression, language: Language = 'vi'): string {
  const words = WORDS[language]
  const part = (each: Expression, strength: number) => {
    const text = formulaText(each, language)
    return strengthOf(each) < strength ? `(${text})` : text
  }
  const call = (name: string, parts: readonly Expression[], last: readonly string[] = []) =>
    `${name}(${[...parts.map((each) => formulaText(each, language)), ...last].join('; ')})`
  const strength = strengthOf(expression)
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'day':
    case 'boolean':
      return literalText(expression, language)
    case 'blank':
      return words.blank
    case 'reference':
      return `[${expression.name}]`
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return `${part(expression.left, strength)} ${SIGNS[expression.kind]} ${part(expression.right, strength + 1)}`
    case 'compare':
      return `${part(expression.left, strength + 1)} ${expression.operator} ${part(expression.right, strength + 1)}`
    case 'negate':
      return `-${part(expression.of, strength)}`
    case 'not':
      return `${words.not} ${part(expression.of, strength)}`
    case 'and':
    case 'or':
      return expression.of.map((each) => part(each, strength + 1)).join(` ${words[expression.kind]} `)
    case 'if':
      return call(words.if, [expression.condition, expression.whenTrue, expression.otherwise])
    case 'round':
      return call(words.round, [expression.of], [String(expression.digits)])
    case 'is-blank':
      return call(words['is-blank'], [expression.of])
    case 'in':
      return call(
        words.in,
        [expression.of],
        expression.list.map((literal) => literalText(literal, language)),
      )
    case 'sum':
    case 'min':
    case 'max':
    case 'coalesce':
      return call(words[expression.kind], expression.of)
  }
}

const SIGNS = { add: '+', subtract: '-', multiply: '*', divide: '/' } as const

/** How tightly a kind binds, from `or` to things that need no brackets. */
function strengthOf({ kind }: Expression): number {
  return STRENGTHS[kind] ?? 8
}

const STRENGTHS: Partial<Record<Expression['kind'], number>> = {
  or: 1,
  and: 2,
  not: 3,
  compare: 4,
  add: 5,
  subtract: 5,
  multiply: 6,
  divide: 6,
  negate: 7,
}

function literalText(literal: Literal, language: Language): string {
  switch (literal.kind) {
    case 'number':
      return needsComma(literal.value) || language === 'vi' ? literal.value.replace('.', ',') : literal.value
    case 'text':
      return `"${literal.value.replaceAll('"', '""')}"`
    case 'day':
      return `${WORDS[language].day}("${literal.value}")`
    case 'boolean':
      return WORDS[language][literal.value ? 'true' : 'false']
  }
}

/** `1.234` would be asked back when read, so it is written with the comma in both languages. */
function needsComma(number: string): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(number)
}

type Label = (name: string) => string

/**
 * The expression in words, for people who do not read formulas: `số văn bản đi trên phần mềm chia cho tổng số văn bản đi`.
 *
 * @param label what a referred name is called in the language
 */
export function explain(expression: Expression, language: Language, label: Label): string {
  const say = SAID[language]
  const part = (each: Expression) => {
    const text = explain(each, language, label)
    return strengthOf(each) < 8 ? `(${text})` : text
  }
  const plain = (each: Expression) => explain(each, language, label)
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'day':
    case 'boolean':
      return saidLiteral(expression, language)
    case 'blank':
      return say.blank
    case 'reference':
      return label(expression.name)
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return `${sameChain(expression, expression.left) ? plain(expression.left) : part(expression.left)} ${say[expression.kind]} ${part(expression.right)}`
    case 'compare':
      return `${part(expression.left)} ${say.compare[expression.operator]} ${part(expression.right)}`
    case 'negate':
      return `${say.negate} ${part(expression.of)}`
    case 'not':
      return say.not(plain(expression.of))
    case 'and':
    case 'or':
      return expression.of.map(part).join(` ${say[expression.kind]} `)
    case 'if':
      return say.if(plain(expression.condition), plain(expression.whenTrue), plain(expression.otherwise))
    case 'round':
      return say.round(plain(expression.of), expression.digits)
    case 'is-blank':
      return say.isBlank(part(expression.of))
    case 'in':
      return say.in(part(expression.of), expression.list.map((literal) => saidLiteral(literal, language)).join(', '))
    case 'sum':
    case 'min':
    case 'max':
    case 'coalesce':
      return say[expression.kind](expression.of.map(plain).join('; '))
  }
}

/** a + b + c and a × b × c read from left to right without brackets. */
function sameChain(outer: Expression, left: Expression): boolean {
  return strengthOf(outer) === strengthOf(left)
}

function saidLiteral(literal: Literal, language: Language): string {
  if (literal.kind === 'number') return literal.value.replace('.', ',')
  if (literal.kind === 'day') return formatDay(literal.value)
  return literal.kind === 'text' ? `“${literal.value}”` : SAID[language][literal.value ? 'true' : 'false']
}

type Sayings = {
  readonly add: string
  readonly subtract: string
  readonly multiply: string
  readonly divide: string
  readonly negate: string
  readonly and: string
  readonly or: string
  readonly true: string
  readonly false: string
  readonly blank: string
  readonly compare: Readonly<Record<Comparison, string>>
  readonly not: (of: string) => string
  readonly if: (condition: string, then: string, otherwise: string) => string
  readonly round: (of: string, digits: number) => string
  readonly isBlank: (of: string) => string
  readonly in: (of: string, list: string) => string
  readonly sum: (parts: string) => string
  readonly min: (parts: string) => string
  readonly max: (parts: string) => string
  readonly coalesce: (parts: string) => string
}

const SAID: Record<Language, Sayings> = {
  vi: {
    add: 'cộng',
    subtract: 'trừ',
    multiply: 'nhân',
    divide: 'chia cho',
    negate: 'âm',
    and: 'và',
    or: 'hoặc',
    true: 'đúng',
    false: 'sai',
    blank: 'để trống',
    compare: { '=': 'bằng', '<>': 'khác', '<': 'nhỏ hơn', '<=': 'không quá', '>': 'lớn hơn', '>=': 'ít nhất bằng' },
    not: (of) => `không phải (${of})`,
    if: (condition, then, otherwise) => `[nếu ${condition} thì ${then}, nếu không thì ${otherwise}]`,
    round: (of, digits) => `[${of}, làm tròn ${digits} chữ số thập phân]`,
    isBlank: (of) => `${of} chưa có số liệu`,
    in: (of, list) => `${of} thuộc (${list})`,
    sum: (parts) => `tổng của (${parts}), bỏ qua chỗ trống`,
    min: (parts) => `số nhỏ nhất trong (${parts})`,
    max: (parts) => `số lớn nhất trong (${parts})`,
    coalesce: (parts) => `giá trị có số liệu đầu tiên trong (${parts})`,
  },
  en: {
    add: 'plus',
    subtract: 'minus',
    multiply: 'times',
    divide: 'divided by',
    negate: 'minus',
    and: 'and',
    or: 'or',
    true: 'yes',
    false: 'no',
    blank: 'left blank',
    compare: {
      '=': 'equals',
      '<>': 'differs from',
      '<': 'is below',
      '<=': 'is at most',
      '>': 'is above',
      '>=': 'is at least',
    },
    not: (of) => `not (${of})`,
    if: (condition, then, otherwise) => `[if ${condition} then ${then}, otherwise ${otherwise}]`,
    round: (of, digits) => `[${of}, rounded to ${digits} decimals]`,
    isBlank: (of) => `${of} is not given`,
    in: (of, list) => `${of} is one of (${list})`,
    sum: (parts) => `the sum of (${parts}), leaving out what is blank`,
    min: (parts) => `the least of (${parts})`,
    max: (parts) => `the greatest of (${parts})`,
    coalesce: (parts) => `the first of (${parts}) that is given`,
  },
}
