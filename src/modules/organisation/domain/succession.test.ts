import { expect, test } from 'vitest'
import { structureOf } from './structure.ts'
import { predecessorsOf, successorsOf } from './succession.ts'
import type { Change, UnitVersion } from './unit.ts'

const version = (unitId: string, validFrom: string, validTo: string | null): UnitVersion => ({
  unitId,
  code: null,
  name: unitId,
  shortName: null,
  kind: 'ward',
  level: 'commune',
  parentId: null,
  validFrom,
  validTo,
  decisionId: null,
  changeId: null,
})
const change = (
  id: string,
  kind: Change['kind'],
  on: string,
  amounts: readonly (readonly [string, string, number])[],
): Change => ({
  id,
  kind,
  effectiveOn: on,
  decisionId: null,
  article: null,
  note: null,
  basis: 'population',
  from: [...new Set(amounts.map(([from]) => from))],
  to: [...new Set(amounts.map(([, to]) => to))],
  shares: amounts.map(([fromUnitId, toUnitId, amount]) => ({ fromUnitId, toUnitId, amount })),
})

/** a is split 3 : 1 into b and c; later c and d (as big as c) become e. */
const structure = structureOf(
  [
    version('a', '2021-01-01', '2022-01-01'),
    version('b', '2022-01-01', null),
    version('c', '2022-01-01', '2023-01-01'),
    version('d', '2021-01-01', '2023-01-01'),
    version('e', '2023-01-01', null),
  ],
  [
    change('split', 'split', '2022-01-01', [
      ['a', 'b', 300],
      ['a', 'c', 100],
    ]),
    change('merge', 'merge', '2023-01-01', [
      ['c', 'e', 100],
      ['d', 'e', 100],
    ]),
  ],
)
const summary = (kin: ReturnType<typeof successorsOf>) =>
  Object.fromEntries(
    kin.map(({ unitId, steps, gave, makesUp }) => [
      unitId,
      `${steps} ${gave?.numerator}/${gave?.denominator} ${makesUp?.numerator}/${makesUp?.denominator}`,
    ]),
  )

test('parts multiply along the way, in both directions', () => {
  expect(summary(successorsOf(structure, 'a'))).toEqual({ b: '1 3/4 1/1', c: '1 1/4 1/1', e: '2 1/4 1/2' })
  expect(summary(predecessorsOf(structure, 'e'))).toEqual({ c: '1 1/1 1/2', d: '1 1/1 1/2', a: '2 1/4 1/2' })
})

test('a unit is neither its own predecessor nor its own successor, and time is never walked back', () => {
  expect(summary(successorsOf(structure, 'e'))).toEqual({})
  expect(summary(predecessorsOf(structure, 'a'))).toEqual({})
  expect(Object.keys(summary(predecessorsOf(structure, 'b')))).toEqual(['a'])
})
