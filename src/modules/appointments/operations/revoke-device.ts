import { Problem } from '#kernel/problem.ts'
import { isInScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { findDeviceForUpdate, updateDevice } from '../store/devices.ts'

/** The device is asked for with each request, so it may do nothing from here on; its screen draws itself anew. */
export const revokeDevice = operation(contract.revokeDevice, async (context, { deviceId, reason }) => {
  const { tx, actor, now, announce } = context
  const row = await findDeviceForUpdate(tx, deviceId)
  if (!row || !(await isInScope(context, contract.revokeDevice.permission, row.unitId)))
    throw new Problem('not-found', 'appointments/no-device')
  if (row.revokedAt !== null) throw new Problem('conflict', 'appointments/revoked-already')
  await updateDevice(tx, row.id, {
    revokedAt: now,
    revokedBy: actor.id,
    revokedByName: actor.name,
    revokedReason: reason,
  })
  await announce(contract.devicesTopic)
  await announce(contract.queueTopic(row.unitId))
  return null
})
