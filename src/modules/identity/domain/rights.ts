/** A permission over a unit (alone or with everything under it); `unitId` null is everywhere. */
export type Right = {
  readonly permission: string
  readonly unitId: string | null
  readonly reach: 'own' | 'subtree'
}

/** `*`, `indicators:*` or `indicators:read`. */
export const PERMISSION_SHAPE = /^(\*|[a-z][a-z-]*:(\*|[a-z][a-z-]*))$/

/** Whether everything the wanted pattern allows is allowed by the granted one. */
export function includes(granted: string, wanted: string): boolean {
  if (granted === '*' || granted === wanted) return true
  return granted.endsWith(':*') && wanted.startsWith(granted.slice(0, -1))
}

/** The narrower of two patterns; null when they have nothing in common. */
export function narrower(one: string, other: string): string | null {
  if (includes(one, other)) return other
  return includes(other, one) ? one : null
}

/** Whether `unitId` is the ancestor or one of the units above it; told by whoever knows the tree. */
export type IsUnder = (unitId: string, ancestorId: string) => boolean

/** Whether a held right contains a wanted one, permission and units alike. */
export function contains(held: Right, wanted: Right, isUnder: IsUnder): boolean {
  if (!includes(held.permission, wanted.permission)) return false
  if (held.unitId === null) return true
  if (wanted.unitId === null) return false
  if (held.reach === 'own') return wanted.reach === 'own' && wanted.unitId === held.unitId
  return wanted.unitId === held.unitId || isUnder(wanted.unitId, held.unitId)
}

/** Whether two rights are the same. */
export function isSameRight(one: Right, other: Right): boolean {
  return one.permission === other.permission && one.unitId === other.unitId && one.reach === other.reach
}

export type TokenRight = Right & { readonly basis: Right }

/** What a token may do now: each of its rights while the right it was cut from still stands. */
export function rightsOfToken(granted: readonly TokenRight[], held: readonly Right[]): Right[] {
  return granted
    .filter(({ basis }) => held.some((right) => isSameRight(right, basis)))
    .map(({ permission, unitId, reach }) => ({ permission, unitId, reach }))
}

/** The first of the held rights that contains the wanted one. */
export function basisOf(held: readonly Right[], wanted: Right, isUnder: IsUnder): Right | undefined {
  return held.find((right) => contains(right, wanted, isUnder))
}
