import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SEVERITIES, type Severity, type Spot } from '../domain/finding.ts'
import { inReadingOrder, stepFrom } from './jump-order.ts'

const at = (id: string, severity: Severity, ...places: readonly Spot[]) => ({ id, severity, places })
const ids = (findings: readonly { readonly id: string }[]) => findings.map(({ id }) => id)

test('findings are met from top to bottom, in a table row by row, in a cell from left to right', () => {
  const findings = [
    at('later block', 'proved', { block: 9 }),
    at('second number', 'proved', { block: 4, row: 2, column: 1, from: 8 }),
    at('first number', 'proved', { block: 4, row: 2, column: 1, from: 0 }),
    at('row above', 'look', { block: 4, row: 1, column: 7 }),
    at('whole table', 'look', { block: 4 }),
  ]
  expect(ids(inReadingOrder(findings))).toEqual([
    'whole table',
    'row above',
    'first number',
    'second number',
    'later block',
  ])
})

test('at one place the gravest comes first; what has no place comes before everything', () => {
  const spot = { block: 3, row: 1, column: 1 }
  const findings = [at('look', 'look', spot), at('proved', 'proved', spot), at('whole', 'look')]
  expect(ids(inReadingOrder(findings))).toEqual(['whole', 'proved', 'look'])
})

test('the order does not depend on the order in which they were found', () => {
  const finding = fc.record({
    severity: fc.constantFrom(...SEVERITIES),
    places: fc.array(fc.record({ block: fc.nat(3), row: fc.nat(2), column: fc.nat(2) }), { maxLength: 2 }),
  })
  const order = (list: readonly { severity: Severity; places: readonly Spot[] }[]) =>
    inReadingOrder(list).map(({ severity, places: [first] }) => [severity, first])
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 12 }), (list) => {
      const placed = list.filter(({ places }) => places.length > 0)
      expect(order(placed.toReversed())).toEqual(order(placed))
    }),
  )
})

test('stepping visits every finding once and comes home', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 9 }),
      fc.constantFrom<1 | -1>(1, -1),
      (all, step) => {
        const seen: string[] = []
        let chosen: string | null = null
        for (const _ of all) {
          chosen = stepFrom(all, chosen, step)
          seen.push(chosen ?? '')
        }
        expect(seen.toSorted()).toEqual(all.toSorted())
        expect(stepFrom(all, chosen, step)).toBe(seen[0])
      },
    ),
  )
})

test('a finding that the filter hides leads to the first; with none there is nowhere to go', () => {
  expect(stepFrom(['a', 'b'], 'hidden', 1)).toBe('a')
  expect(stepFrom(['a', 'b'], 'hidden', -1)).toBe('b')
  expect(stepFrom([], 'a', 1)).toBeNull()
})
