import { expect, test } from 'vitest'
import { both, formOf } from '../domain/sample.fixture.ts'
import { askable } from './askable.ts'

test('what a rule may name: answers and what follows from them, but not the field itself', () => {
  const form = formOf([
    { kind: 'yes-no', name: 'co', label: both('Có') },
    { kind: 'day', name: 'sinh', label: both('Sinh') },
    { kind: 'choices', name: 'giay', label: both('Giấy'), choices: [{ value: 'khac', label: both('Khác') }] },
    { kind: 'text', name: 'ten', label: both('Tên') },
  ])
  expect(askable(form, 'ten').map(({ name, part }) => [name, part])).toEqual([
    ['co', ''],
    ['sinh', ''],
    ['sinh.age', 'age'],
    ['giay.khac', 'khac'],
  ])
})
