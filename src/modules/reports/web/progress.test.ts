import { expect, test } from 'vitest'
import { progressOf } from './progress.ts'

const step = (name: 'draft' | 'submit' | 'return' | 'sign' | 'issue') => ({
  step: name,
  byName: 'A',
  at: '2023-10-05T00:00:00Z',
})

test('a submitted report stands at its submission', () => {
  const way = progressOf([step('draft'), step('submit')], 'submitted')
  expect(way.map(({ state }) => state)).toEqual(['done', 'current', 'waiting', 'waiting'])
})

test('a returned report stands at its draft again and its old submission counts no more', () => {
  const way = progressOf([step('draft'), step('submit'), step('return')], 'drafting')
  expect(way.map(({ state }) => state)).toEqual(['current', 'waiting', 'waiting', 'waiting'])
  expect(way[1]?.last).toBeUndefined()
})

test('an issued report has every step behind it', () => {
  const way = progressOf([step('draft'), step('submit'), step('sign'), step('issue')], 'issued')
  expect(way.every(({ state }) => state === 'done')).toBe(true)
})
