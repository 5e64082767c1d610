import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkExpression } from '#kernel/rules/types.ts'
import { fieldsOf } from '../domain/answers.ts'
import { type ConditionRow, expressionOf, operatorsFor, rowsOf } from './condition-rows.ts'

const label = { vi: 'x', en: 'x' }
const questions = (['boolean', 'number', 'text', 'day', 'choice'] as const).map((type) => ({
  name: `q_${type}`,
  label,
  type,
  choices: [],
}))
const VALUES = { boolean: '', number: '12.5', text: 'abc', day: '2026-11-30', choice: 'a' }

const row = fc
  .constantFrom(...questions)
  .chain((question) =>
    fc
      .constantFrom(...operatorsFor(question))
      .map((operator): ConditionRow => ({ name: question.name, operator, value: VALUES[question.type] })),
  )

test('complete rows become a condition that fits the questions and reads back as the same rows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('and' as const, 'or' as const),
      fc.array(row, { minLength: 2, maxLength: 6 }),
      (join, rows) => {
        const expression = expressionOf({ join, rows }, questions)
        if (expression === null) throw new Error('no condition')
        expect(checkExpression(expression, fieldsOf(questions), 'boolean')).toEqual({ type: 'boolean' })
        expect(rowsOf(expression, questions)).toEqual({ join, rows })
      },
    ),
  )
})

test('what is not complete is left out, and what rows cannot say is left to a formula', () => {
  const half: ConditionRow = { name: 'q_number', operator: '>', value: '' }
  expect(expressionOf({ join: 'and', rows: [half] }, questions)).toBeNull()
  expect(expressionOf({ join: 'and', rows: [{ ...half, value: 'nhiều' }] }, questions)).toBeNull()
  expect(rowsOf({ kind: 'is-blank', of: { kind: 'reference', name: 'q_text' } }, questions)).toBeNull()
  expect(rowsOf({ kind: 'reference', name: 'unknown' }, questions)).toBeNull()
})
