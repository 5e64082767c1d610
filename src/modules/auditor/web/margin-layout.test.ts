import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardsBetween, type MarginCard, stackCards } from './margin-layout.ts'

const GAP = 8
const cards = fc
  .array(fc.record({ anchor: fc.nat(4000), height: fc.integer({ min: 1, max: 400 }) }), { maxLength: 40 })
  .map((list): MarginCard[] =>
    list.toSorted((a, b) => a.anchor - b.anchor).map((one, index) => ({ id: String(index), ...one })),
  )
const card = (id: string, anchor: number, height: number): MarginCard => ({ id, anchor, height })

test('cards keep their order and never lie over one another, whichever is chosen', () => {
  fc.assert(
    fc.property(cards, fc.nat(45), (list, chosen) => {
      const tops = stackCards(list, String(chosen), GAP)
      expect(tops).toHaveLength(list.length)
      for (const [index, top] of tops.entries()) {
        const before = index === 0 ? -GAP : (tops[index - 1] ?? 0) + (list[index - 1]?.height ?? 0)
        expect(top).toBeGreaterThanOrEqual(before + GAP)
      }
    }),
  )
})

test('the chosen card stands at its place whenever the cards before it fit above', () => {
  fc.assert(
    fc.property(cards, fc.nat(39), (list, wanted) => {
      fc.pre(list.length > 0)
      const chosen = wanted % list.length
      const above = list.slice(0, chosen).reduce((sum, { height }) => sum + height + GAP, 0)
      const anchor = list[chosen]?.anchor ?? 0
      expect(stackCards(list, String(chosen), GAP)[chosen]).toBe(Math.max(anchor, above))
    }),
  )
})

test('cards with room stand at their places', () => {
  expect(stackCards([card('a', 10, 50), card('b', 100, 50)], null, GAP)).toEqual([10, 100])
})

test('a crowd is pushed down, or up when a later one is chosen', () => {
  const crowd = [card('a', 200, 50), card('b', 210, 50), card('c', 220, 50)]
  expect(stackCards(crowd, null, GAP)).toEqual([200, 258, 316])
  expect(stackCards(crowd, 'c', GAP)).toEqual([104, 162, 220])
})

test('only cards that reach into the window are drawn', () => {
  const list = [card('a', 0, 50), card('b', 100, 50), card('c', 900, 50)]
  expect(cardsBetween(list, [0, 100, 900], 40, 110)).toEqual([0, 1])
  expect(cardsBetween(list, [0, 100, 900], 50, 100)).toEqual([])
})
