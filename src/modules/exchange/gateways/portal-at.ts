import { flowPortal } from './flow-portal.ts'
import { oneShotPortal } from './one-shot-portal.ts'
import type { Place, Portal } from './portal.ts'

/** The portal at a place, in the way of speaking its profile says. */
export function portalAt(place: Place): Portal {
  return place.profile.variant === 'one-shot' ? oneShotPortal(place) : flowPortal(place)
}
