import { Problem } from '#kernel/problem.ts'
import { isInScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireFreeName } from '../device-names.ts'
import { findDeviceForUpdate, updateDevice } from '../store/devices.ts'

export const renameDevice = operation(contract.renameDevice, async (context, { deviceId, name }) => {
  const { tx, announce } = context
  const row = await findDeviceForUpdate(tx, deviceId)
  if (!row || !(await isInScope(context, contract.renameDevice.permission, row.unitId)))
    throw new Problem('not-found', 'appointments/no-device')
  if (row.revokedAt !== null) throw new Problem('conflict', 'appointments/revoked-already')
  await requireFreeName(tx, row.unitId, name, row.id)
  await updateDevice(tx, row.id, { name })
  await announce(contract.devicesTopic)
  return null
})
