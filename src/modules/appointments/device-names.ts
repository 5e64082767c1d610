import { Problem } from '#kernel/problem.ts'
import type { Tx } from '#server/db.ts'
import { MOST_DEVICES } from './domain/devices.ts'
import { listInUse, lockDevicesOf } from './store/devices.ts'

/** Throws when another device in use of the unit bears the name, or the unit has too many; nobody takes it before the transaction ends. */
export async function requireFreeName(tx: Tx, unitId: string, name: string, own?: string): Promise<void> {
  await lockDevicesOf(tx, unitId)
  const others = (await listInUse(tx, unitId)).filter(({ id }) => id !== own)
  if (own === undefined && others.length >= MOST_DEVICES)
    throw new Problem('rule-broken', 'appointments/too-many-devices', '', { values: { most: MOST_DEVICES } })
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    throw new Problem('invalid-input', 'platform/invalid-input', '', {
      errors: [{ path: 'name', code: 'appointments/device-name-taken', message: 'The name is taken.' }],
    })
}
