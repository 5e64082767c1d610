import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basisOf, contains, includes, narrower, type Right, rightsOfToken } from './rights.ts'

// province ← city ← ward-1, ward-2
const PARENT: Record<string, string | undefined> = { city: 'province', 'ward-1': 'city', 'ward-2': 'city' }
const isUnder = (unitId: string, ancestorId: string): boolean => {
  const parent = PARENT[unitId]
  return parent !== undefined && (parent === ancestorId || isUnder(parent, ancestorId))
}
const UNITS = ['province', 'city', 'ward-1', 'ward-2']
const PERMISSIONS = ['*', 'indicators:*', 'indicators:read', 'indicators:approve', 'reports:read']
const anyRight: fc.Arbitrary<Right> = fc.record({
  permission: fc.constantFrom(...PERMISSIONS),
  unitId: fc.constantFrom(null, ...UNITS),
  reach: fc.constantFrom('own' as const, 'subtree' as const),
})
/** Every single act a right allows: the plain meaning, to hold the algebra against. */
const acts = (right: Right) =>
  PERMISSIONS.filter((permission) => includes(right.permission, permission)).flatMap((permission) =>
    UNITS.filter(
      (unit) =>
        right.unitId === null || unit === right.unitId || (right.reach === 'subtree' && isUnder(unit, right.unitId)),
    ).map((unit) => `${permission} ${unit}`),
  )

test('a right contains another only when every act of the other is among its own', () => {
  fc.assert(
    fc.property(anyRight, anyRight, (held, wanted) => {
      if (contains(held, wanted, isUnder)) {
        const allowed = new Set(acts(held))
        expect(acts(wanted).filter((act) => !allowed.has(act))).toEqual([])
      }
    }),
    { numRuns: 1000 },
  )
})

test('a token never does more than its account, and loses what the account loses', () => {
  fc.assert(
    fc.property(fc.array(anyRight), anyRight, fc.array(anyRight), (held, wanted, later) => {
      const basis = basisOf(held, wanted, isUnder)
      if (!basis) return
      expect(rightsOfToken([{ ...wanted, basis }], held)).toEqual([wanted])
      const allowed = new Set(later.flatMap(acts))
      const kept = rightsOfToken([{ ...wanted, basis }], later).flatMap(acts)
      expect(kept.filter((act) => !allowed.has(act))).toEqual([])
    }),
  )
})

test('a delegation passes on the common part of two patterns', () => {
  expect(narrower('*', 'indicators:read')).toBe('indicators:read')
  expect(narrower('indicators:*', '*')).toBe('indicators:*')
  expect(narrower('indicators:read', 'reports:read')).toBeNull()
  expect(narrower('indicators:*', 'indicators-old:read')).toBeNull()
})
