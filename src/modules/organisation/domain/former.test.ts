import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import { formerAt } from './former.ts'
import { structureOf, versionAt } from './structure.ts'
import type { Change, UnitVersion } from './unit.ts'

const version = (unitId: string, more: Partial<UnitVersion> = {}): UnitVersion => ({
  unitId,
  code: null,
  name: unitId,
  shortName: null,
  kind: 'ward',
  level: 'commune',
  parentId: null,
  validFrom: '2021-01-01',
  validTo: null,
  decisionId: null,
  changeId: null,
  ...more,
})
const merge = (from: readonly string[], to: readonly string[], shares: Change['shares'] = []): Change => ({
  id: from.join(' '),
  kind: to.length > 1 ? 'split' : 'merge',
  effectiveOn: '2025-07-01',
  decisionId: null,
  article: null,
  note: null,
  basis: 'none',
  from,
  to,
  shares,
})
const ended = { validTo: '2025-07-01' } as const
const begun = { validFrom: '2025-07-01' } as const

/** A city of three wards and an island: one and two become north, three is split, the island stays and is renamed. */
const structure = structureOf(
  [
    version('city', { level: 'district', kind: 'provincial-city', ...ended }),
    version('one', { parentId: 'city', ...ended }),
    version('two', { parentId: 'city', ...ended }),
    version('three', { parentId: 'city', ...ended }),
    version('island', { parentId: 'city', name: 'Old island', ...ended }),
    version('island', { name: 'Island', ...begun }),
    version('north', begun),
    version('south', begun),
  ],
  [merge(['one', 'two'], ['north']), merge(['three'], ['north', 'south'])],
)

test('each old ward says where its people belong now, and whether all of them do', () => {
  const found = Object.fromEntries(formerAt(structure, '2026-01-01').map((one) => [one.name, one]))
  expect(found.one).toMatchObject({ until: '2025-06-30', above: ['city'], now: [{ unitId: 'north', whole: true }] })
  expect(found.three?.now).toEqual([
    { unitId: 'north', whole: false },
    { unitId: 'south', whole: false },
  ])
  expect(found['Old island']?.now).toEqual([{ unitId: 'island', whole: true }])
  expect(found.city?.now.map(({ unitId }) => unitId).toSorted()).toEqual(['island', 'north', 'south'])
  expect(found.north).toBeUndefined()
})

test('before the change nothing is former', () => {
  expect(formerAt(structure, '2025-06-30')).toEqual([])
})

test('on any day people belong to communes of that day, and names are told once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), (after) => {
      const on = addDays('2021-01-01', after)
      const found = formerAt(structure, on)
      for (const { until, now } of found) {
        expect(until < on).toBe(true)
        for (const { unitId } of now) expect(versionAt(structure, unitId, on)?.level).toBe('commune')
      }
      const told = found.map(({ unitId, name }) => `${unitId} ${name}`)
      expect(new Set(told).size).toBe(told.length)
    }),
  )
})
