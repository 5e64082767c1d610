import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPercent } from './number.ts'
import { type Ratio, ratioPercent, sumRatios } from './ratio.ts'

const anyCount = fc.oneof(
  fc.nat({ max: 1_000_000 }),
  fc.nat({ max: 1_000_000 }).map((units) => units / 100),
)
const anyRatio: fc.Arbitrary<Ratio> = fc.record({
  numerator: fc.option(anyCount, { freq: 8 }),
  denominator: fc.option(anyCount, { freq: 8 }),
})

type Tree = { readonly leaf: Ratio } | { readonly parts: readonly Tree[] }
const { tree: anyTree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    anyRatio.map((leaf) => ({ leaf })),
    fc.array(tie('tree'), { maxLength: 5 }).map((parts) => ({ parts })),
  ),
}))
const leaves = (tree: Tree): readonly Ratio[] => ('leaf' in tree ? [tree.leaf] : tree.parts.flatMap(leaves))
const rolledUp = (tree: Tree): Ratio => ('leaf' in tree ? sumRatios([tree.leaf]) : sumRatios(tree.parts.map(rolledUp)))

test('10/10 and 0/90 make 10 %, not 50 %', () => {
  const sum = sumRatios([
    { numerator: 10, denominator: 10 },
    { numerator: 0, denominator: 90 },
  ])
  expect(sum).toEqual({ numerator: 10, denominator: 100, counted: 2, missing: 0 })
  expect(formatPercent(sum.numerator, sum.denominator)).toBe('10%')
})

test('a part without one of its counts is left out of both sums and named missing', () => {
  const parts = [
    { numerator: 3, denominator: 4 },
    { numerator: null, denominator: 50 },
    { numerator: 7, denominator: null },
  ]
  expect(sumRatios(parts)).toEqual({ numerator: 3, denominator: 4, counted: 1, missing: 2 })
  expect(sumRatios([{ numerator: null, denominator: null }])).toEqual({
    numerator: null,
    denominator: null,
    counted: 0,
    missing: 1,
  })
  expect(sumRatios([])).toEqual({ numerator: null, denominator: null, counted: 0, missing: 0 })
})

test('nothing reported is not zero, and zero is not nothing', () => {
  expect(ratioPercent({ numerator: 0, denominator: 90 })).toBe(0)
  expect(ratioPercent({ numerator: 0, denominator: 0 })).toBeNull()
  expect(ratioPercent({ numerator: null, denominator: 90 })).toBeNull()
})

test('whatever the tree, rolling up level by level gives the sum of its leaves', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const { numerator, denominator } = sumRatios(leaves(tree))
      expect(rolledUp(tree)).toMatchObject({ numerator, denominator })
    }),
  )
})

test('order does not matter, and the total lies between the lowest and the highest part', () => {
  const anyShare = fc
    .tuple(fc.nat({ max: 1000 }), fc.integer({ min: 1, max: 1000 }))
    .map(([n, d]) => ({ numerator: n, denominator: d }))
  fc.assert(
    fc.property(fc.array(anyShare, { minLength: 1 }), (parts) => {
      const sum = sumRatios(parts)
      expect(sumRatios(parts.toReversed())).toEqual(sum)
      const shares = parts.map((part) => part.numerator / part.denominator)
      const share = (sum.numerator ?? 0) / (sum.denominator ?? 1)
      expect(share).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12)
      expect(share).toBeLessThanOrEqual(Math.max(...shares) + 1e-12)
    }),
  )
})
