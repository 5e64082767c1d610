import { dayAt } from '#kernel/calendar.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { DeviceRow, LeaseRow } from './store/tables.ts'

/** Names of units as they are today; of one that has ended, as it was called last. */
export async function unitNamer(tx: Tx, now: Date): Promise<(unitId: string) => string> {
  const structure = await loadStructure(tx)
  const day = dayAt(now)
  return (unitId) => (findUnitAt(structure, unitId, day) ?? structure.byUnit.get(unitId)?.at(-1))?.name ?? ''
}

export function shownDevice({ id: deviceId, unitId, counter, name }: DeviceRow, nameOf: (unitId: string) => string) {
  return { deviceId, unitId, unitName: nameOf(unitId), counter, name }
}

export function shownLease({ id: leaseId, unitCode, day, first, last, leasedAt, validUntil }: LeaseRow) {
  return { leaseId, unitCode, day, first, last, leasedAt, validUntil }
}
