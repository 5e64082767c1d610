import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Asked,
  blankRow,
  type ConditionRow,
  expressionOf,
  needsValue,
  operatorsFor,
  rowsOf,
} from './condition-rows.ts'
import type { Expression } from './expression.ts'
import { readFormula } from './read-formula.ts'
import { checkExpression, VALUE_TYPES } from './types.ts'

const known = VALUE_TYPES.flatMap((type) =>
  [true, false].map((mayBeBlank): Asked => ({ name: `${type}_${mayBeBlank}`, type, mayBeBlank })),
)
const names = Object.fromEntries(known.map(({ name, type }) => [name, type]))
const VALUES = { boolean: '', number: '12.5', text: 'abc', day: '2026-11-30' }

const anyRow = fc.constantFrom(...known).chain((asked) =>
  fc.constantFrom(...operatorsFor(asked)).map(
    (operator): ConditionRow => ({
      name: asked.name,
      operator,
      value: needsValue(operator) ? VALUES[asked.type] : '',
    }),
  ),
)

function rule(formula: string): Expression {
  const read = readFormula(formula, names, 'boolean')
  if ('fault' in read) throw new Error(read.fault.code)
  return read.expression
}

test('complete rows become a condition that fits what is asked and reads back as the same rows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('and' as const, 'or' as const),
      fc.array(anyRow, { minLength: 2, maxLength: 6 }),
      (join, rows) => {
        const expression = expressionOf({ join, rows }, known)
        if (expression === null) throw new Error('no condition')
        expect(checkExpression(expression, names, 'boolean')).toEqual({ type: 'boolean' })
        expect(rowsOf(expression, known)).toEqual({ join, rows })
      },
    ),
  )
})

test('what is not complete is left out', () => {
  const half: ConditionRow = { name: 'number_true', operator: '>', value: '' }
  expect(expressionOf({ join: 'and', rows: [half] }, known)).toBeNull()
  expect(expressionOf({ join: 'and', rows: [{ ...half, value: 'nhiều' }] }, known)).toBeNull()
  for (const asked of known)
    expect(expressionOf({ join: 'or', rows: [blankRow(asked)] }, known) !== null).toBe(asked.type === 'boolean')
})

test.each([
  ['a sum', '[number_true] + 1 < 18'],
  ['an answer that must be there, asked whether it is', 'la_trong([text_false])'],
  ['two answers held against each other', '[number_true] < [number_false]'],
])('what rows cannot say is left to a formula: %s', (_, formula) => {
  expect(rowsOf(rule(formula), known)).toBeNull()
})

test('what is not known cannot be shown in rows', () => {
  expect(rowsOf({ kind: 'reference', name: 'unknown' }, known)).toBeNull()
})

test('a formula is read with the first thing that is wrong with it', () => {
  expect(readFormula('[boolean_true] va [number_true] >', names, 'boolean')).toHaveProperty('fault.code')
  expect(readFormula('[unknown]', names, 'boolean')).toMatchObject({ fault: { values: { name: 'unknown' } } })
  expect(readFormula('[number_true] + 1', names, 'boolean')).toHaveProperty('fault')
  expect(readFormula('[number_true] + 1', names, 'number')).toHaveProperty('expression')
})
