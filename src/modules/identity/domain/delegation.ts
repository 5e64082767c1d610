import { contains, type IsUnder, isSameRight, narrower, type Right } from './rights.ts'

export type GivenDelegation = {
  readonly unitId: string
  readonly reach: 'own' | 'subtree'
  readonly permissions: readonly string[]
}

/**
 * The rights a delegation passes on: of what it names, only what the giver holds over the same units. A delegation over
 * more than the giver holds is cut to each of the giver's rights that lies inside it.
 */
export function delegatedFrom(delegation: GivenDelegation, giver: readonly Right[], isUnder: IsUnder): Right[] {
  const passed: Right[] = []
  for (const named of delegation.permissions) {
    const wanted: Right = { permission: named, unitId: delegation.unitId, reach: delegation.reach }
    for (const held of giver) {
      const permission = narrower(held.permission, named)
      if (permission === null) continue
      if (contains({ ...held, permission }, { ...wanted, permission }, isUnder)) passed.push({ ...wanted, permission })
      else if (contains({ ...wanted, permission }, { ...held, permission }, isUnder))
        passed.push({ ...held, permission })
      // The giver holds the unit alone, and the delegation the unit with everything under it: the unit alone passes.
      else if (held.unitId === wanted.unitId) passed.push({ ...wanted, permission, reach: 'own' })
    }
  }
  return passed.filter((right, index) => passed.findIndex((other) => isSameRight(other, right)) === index)
}
