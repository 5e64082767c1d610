/** A permission over a unit (alone, or with everything under it); `unitId: null` is everywhere. */
export type Grant = {
  /** `indicators:read`, `indicators:*` (all of a module) or `*`. */
  readonly permission: string
  readonly unitId: string | null
  readonly reach: 'own' | 'subtree'
}

/** Who asks: an official in a session, a token of theirs, a citizen, a device in a hall, or the platform itself. */
export type Actor = {
  readonly id: string
  readonly kind: 'person' | 'token' | 'citizen' | 'device' | 'system'
  readonly name: string
  /** In force at this moment; restrictions (must change password, locked) have already removed what may not be used. */
  readonly grants: readonly Grant[]
  readonly sessionId: string | null
  /** A session that may only mend itself (change the password, enrol a second factor, unlock); null when nothing is wanting. */
  readonly restricted?: string | null
}

/** The units over which an actor holds a permission. */
export type Scope = {
  readonly all: boolean
  readonly own: readonly string[]
  readonly subtree: readonly string[]
}

/** The platform acting by itself: start-up, jobs, demonstration data. */
export const SYSTEM: Actor = {
  id: '00000000-0000-7000-8000-000000000000',
  kind: 'system',
  name: 'Hải Đăng',
  grants: [{ permission: '*', unitId: null, reach: 'subtree' }],
  sessionId: null,
}

/** Whether a granted permission covers a wanted one. */
export function covers(granted: string, wanted: string): boolean {
  return granted === '*' || granted === wanted || (granted.endsWith(':*') && wanted.startsWith(granted.slice(0, -1)))
}

/** The units over which the actor holds the permission; empty when it does not hold it at all. */
export function scopeFor(actor: Actor | null, permission: string): Scope {
  const held = (actor?.grants ?? []).filter((grant) => covers(grant.permission, permission))
  const units = (reach: Grant['reach']) => [
    ...new Set(
      held.filter((grant) => grant.reach === reach && grant.unitId !== null).map((grant) => grant.unitId ?? ''),
    ),
  ]
  return {
    all: held.some((grant) => grant.unitId === null),
    own: units('own'),
    subtree: units('subtree'),
  }
}

/** Whether a scope holds any unit. */
export function isEmptyScope(scope: Scope): boolean {
  return !scope.all && scope.own.length === 0 && scope.subtree.length === 0
}
