import { expect, test } from 'vitest'
import { figureText } from './figure-text.ts'

test('a percentage is computed from its parts and shows them', () => {
  expect(figureText({ form: 'percent', numerator: 44_925, denominator: 45_716 })).toEqual({
    text: '98,27%',
    parts: '44.925 / 45.716',
    note: null,
  })
})

test('nothing divided by nothing is no percentage, and its parts say why', () => {
  expect(figureText({ form: 'percent', numerator: 0, denominator: 0 })).toMatchObject({ text: '—', parts: '0 / 0' })
})

test('a reported zero is a number; what was not reported, not due or does not apply has no digits', () => {
  expect(figureText({ value: 0, state: 'zero' })).toEqual({ text: '0', parts: null, note: 'zero' })
  expect(figureText({ value: 0, state: 'missing' })).toEqual({ text: null, parts: null, note: 'missing' })
  expect(figureText({ value: 7, state: 'not-due' }).text).toBeNull()
  expect(figureText({ state: 'not-applicable' }).note).toBe('notApplicable')
})

test('an estimate says so, and what cannot be derived is not shown as a number', () => {
  expect(figureText({ value: 341_552, certainty: 'estimated' })).toMatchObject({ text: '341.552', note: 'estimated' })
  expect(figureText({ value: 5, certainty: 'not-derivable' })).toEqual({
    text: null,
    parts: null,
    note: 'notDerivable',
  })
  expect(figureText({ value: 5, certainty: 'exact' }).note).toBe('exact')
})
