import { Problem } from '#kernel/problem.ts'
import type { Actor, Context } from '#server/operation.ts'
import type { DeviceKind } from './domain/devices.ts'
import { openPublic } from './store/appointments.ts'
import { type DeviceRow, findDevice } from './store/devices.ts'

/** The device that acts, of one of the kinds; what citizens may touch is open to it. Throws for any other and for one that is revoked. */
export async function requireDevice({ tx, actor }: Context<Actor>, kind: DeviceKind): Promise<DeviceRow> {
  await openPublic(tx)
  const row = await findDevice(tx, actor.id)
  if (!row || row.revokedAt !== null) throw new Problem('not-allowed', 'appointments/device-revoked')
  if (row.kind !== kind) throw new Problem('not-allowed', 'appointments/other-device')
  return row
}
