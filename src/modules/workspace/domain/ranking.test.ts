import { expect, test } from 'vitest'
import { bestRank, compareFound } from './ranking.ts'

const found = (vi: string, rank: number, endedOn: string | null = null) => ({
  kind: 'unit',
  title: { vi },
  rank,
  endedOn,
})

test('exact marks come first, then what exists, then the alphabet', () => {
  const all = [
    found('Phường 10', 1),
    found('Phường Hòa', 6),
    found('Phường 2', 1),
    found('Phường 1', 1, '2025-07-01'),
    found('Hoa', 0),
  ]
  expect(all.toSorted(compareFound).map(({ title }) => title.vi)).toEqual([
    'Hoa',
    'Phường 2',
    'Phường 10',
    'Phường 1',
    'Phường Hòa',
  ])
})

test('the best of several ranks', () => {
  expect(bestRank([null, 5, 2])).toBe(2)
  expect(bestRank([null, 0])).toBe(0)
  expect(bestRank([null])).toBeNull()
})
