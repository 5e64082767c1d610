import { QUOTIENT_DECIMALS } from '../decimal.ts'
import type { Expression, Literal } from './expression.ts'
import type { ValueType } from './types.ts'

/** A name's column or SQL expression (trusted text from our own code, never from a user) and its type. */
export type Columns = Readonly<Record<string, { readonly sql: string; readonly type: ValueType }>>

export type SqlFragment = {
  /** With `$1`, `$2` … in place of `values`. */
  readonly text: string
  readonly values: readonly (string | boolean)[]
  /** The text cut at its parameters, for a tagged template. */
  readonly strings: readonly string[]
}

/** A text, or the index of a parameter. */
type Piece = string | { readonly value: string | boolean }
type Pieces = readonly Piece[]

const TWICE_QUOTIENT_SCALE = `2${'0'.repeat(QUOTIENT_DECIMALS)}`
const QUOTIENT_UNIT = `0.${'0'.repeat(QUOTIENT_DECIMALS - 1)}1`

/**
 * A checked expression as an SQL fragment that gives exactly what `evaluate` gives, in PostgreSQL 15 and later. Numbers are
 * `numeric`, of which sums and products are exact. Every literal is a parameter; every operand appears once.
 *
 * @param first the number of the first parameter, when the fragment stands in a longer statement
 */
export function toSql(expression: Expression, columns: Columns, first = 1): SqlFragment {
  const pieces = compile(expression, columns)
  const values: (string | boolean)[] = []
  const strings: string[] = ['']
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      strings[strings.length - 1] += piece
      text += piece
    } else {
      values.push(piece.value)
      strings.push('')
      text += `$${first + values.length - 1}`
    }
  }
  return { text, values, strings }
}

function compile(expression: Expression, columns: Columns): Pieces {
  const part = (each: Expression) => compile(each, columns)
  const many = (each: readonly Expression[], between: string) => joined(each.map(part), between)
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'day':
    case 'boolean':
      return literal(expression)
    case 'blank':
      return ['null']
    case 'reference':
      return column(expression.name, columns)
    case 'add':
      return ['(', ...part(expression.left), ' + ', ...part(expression.right), ')']
    case 'subtract':
      return ['(', ...part(expression.left), ' - ', ...part(expression.right), ')']
    case 'multiply':
      return ['(', ...part(expression.left), ' * ', ...part(expression.right), ')']
    case 'divide':
      return quotient(part(expression.left), part(expression.right))
    case 'negate':
      return ['(- ', ...part(expression.of), ')']
    case 'round':
      return ['round(', ...part(expression.of), `, ${expression.digits})`]
    case 'not':
      return ['(not ', ...part(expression.of), ')']
    case 'and':
    case 'or':
      return ['(', ...many(expression.of, ` ${expression.kind} `), ')']
    case 'is-blank':
      return isText(expression.of, columns)
        ? ['coalesce(btrim(', ...part(expression.of), ") = '', true)"]
        : ['(', ...part(expression.of), ' is null)']
    case 'compare':
      return ['(', ...part(expression.left), ` ${expression.operator} `, ...part(expression.right), ')']
    case 'if':
      return [
        '(case when ',
        ...part(expression.condition),
        ' then ',
        ...part(expression.whenTrue),
        ' else ',
        ...part(expression.otherwise),
        ' end)',
      ]
    case 'in':
      return ['(', ...part(expression.of), ' in (', ...joined(expression.list.map(literal), ', '), '))']
    case 'sum':
      return ['(select sum(v) from (values (', ...many(expression.of, '), ('), ')) as parts (v))']
    case 'min':
      return ['least(', ...many(expression.of, ', '), ')']
    case 'max':
      return ['greatest(', ...many(expression.of, ', '), ')']
    case 'coalesce':
      return ['coalesce(', ...many(expression.of, ', '), ')']
  }
}

/**
 * `div` truncates exactly, where `/` rounds to a number of digits that depends on its operands. Half away from zero of x is
 * half away from zero of trunc(2x) / 2, so dividing twice the dividend and halving gives the exact rounding.
 */
function quotient(dividend: Pieces, divisor: Pieces): Pieces {
  return [
    '(round(div(',
    ...dividend,
    ` * ${TWICE_QUOTIENT_SCALE}, nullif(`,
    ...divisor,
    `, 0)) * 0.5) * ${QUOTIENT_UNIT})`,
  ]
}

const CASTS: Record<ValueType, string> = { number: 'numeric', boolean: 'boolean', text: 'text', day: 'date' }

function literal(expression: Literal): Pieces {
  const value = typeof expression.value === 'string' ? expression.value.normalize('NFC') : expression.value
  return ['(', { value }, `::${CASTS[expression.kind]})`]
}

function column(name: string, columns: Columns): Pieces {
  const found = Object.hasOwn(columns, name) ? columns[name] : undefined
  return found ? [`(${found.sql})::${CASTS[found.type]}`] : ['null']
}

function joined(parts: readonly Pieces[], between: string): Pieces {
  return parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]))
}

/** Whether a checked expression gives text (a blank branch takes the type of the other). */
function isText(expression: Expression, columns: Columns): boolean {
  if (expression.kind === 'reference') return columns[expression.name]?.type === 'text'
  if (expression.kind === 'if') return isText(expression.whenTrue, columns) || isText(expression.otherwise, columns)
  if (expression.kind === 'coalesce') return expression.of.some((each) => isText(each, columns))
  return expression.kind === 'text'
}
