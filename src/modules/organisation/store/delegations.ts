import type { Day } from '#kernel/calendar.ts'
import { delegationState } from '../domain/position.ts'
import { type Structure, versionNear } from '../domain/structure.ts'
import type { NamedDelegation } from './officials.ts'

/** What leaves of a delegation: with its unit's name and how it stands on the day. */
export function shownDelegation(structure: Structure, delegation: NamedDelegation, day: Day) {
  const { createdBy: _createdBy, revokedAt: _revokedAt, ...row } = delegation
  return {
    ...row,
    unitName: versionNear(structure, row.unitId, row.validFrom)?.name ?? '',
    state: delegationState(delegation, day),
  }
}
