import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { revokeDevice as contract, countersTopic } from '../contract.ts'
import { findDeviceForUpdate, revokeDevice as revoke } from '../store/devices.ts'
import { revokeLeasesOf } from '../store/leases.ts'

export const revokeDevice = operation(contract, async (context, { deviceId, reason }) => {
  const { tx, actor, now } = context
  const device = await findDeviceForUpdate(tx, deviceId)
  if (!device) throw new Problem('not-found', 'counter/no-device')
  await requireScope(context, contract.permission, device.unitId)
  if (device.revokedAt !== null) throw new Problem('conflict', 'counter/device-revoked')
  const by = { at: now, actorId: actor.id, reason }
  await revoke(tx, deviceId, by)
  const leases = await revokeLeasesOf(tx, deviceId, by)
  await context.announce(countersTopic(device.unitId))
  return { deviceId, leases }
})
