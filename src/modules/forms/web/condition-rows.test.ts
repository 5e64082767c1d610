import { expect, test } from 'vitest'
import { both, formOf, rule } from '../domain/sample.fixture.ts'
import { askable, blankRow, expressionOf, operatorsFor, rowsOf } from './condition-rows.ts'

const form = formOf([
  { kind: 'yes-no', name: 'co', label: both('Có') },
  { kind: 'day', name: 'sinh', label: both('Sinh') },
  { kind: 'choices', name: 'giay', label: both('Giấy'), choices: [{ value: 'khac', label: both('Khác') }] },
  { kind: 'text', name: 'ten', label: both('Tên') },
])
const known = askable(form, 'ten')

test('what a condition may ask: answers and what follows from them, but not the field itself', () => {
  expect(known.map(({ name }) => name)).toEqual(['co', 'sinh', 'sinh.age', 'giay.khac'])
})

test.each([
  '[co]',
  'khong [co]',
  '[sinh.age] < 18',
  '[sinh] >= ngay("2020-01-01") va la_trong([giay.khac])',
  '[co] hoac khong la_trong([sinh])',
])('%s is put together from rows and back', (formula) => {
  const rows = rowsOf(rule(formula), known)
  expect(rows && expressionOf(rows, known)).toEqual(rule(formula))
})

test('what rows cannot say is left to a formula, and a row without a value says nothing', () => {
  expect(rowsOf(rule('[sinh.age] + 1 < 18'), known)).toBeNull()
  expect(rowsOf(rule('[ten] = "A"'), known)).toBeNull()
  const age = known.find(({ name }) => name === 'sinh.age')
  if (!age) throw new Error('The age is asked.')
  expect(operatorsFor(age)).toContain('<')
  expect(expressionOf({ join: 'and', rows: [blankRow(age)] }, known)).toBeNull()
})
