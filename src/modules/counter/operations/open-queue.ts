import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { openQueue as contract } from '../contract.ts'
import { requireOwn } from '../own-device.ts'
import { openQueueKey } from '../queue-key.ts'
import { shownDevice, unitNamer } from '../shown.ts'
import { findDevice } from '../store/devices.ts'

export const openQueue = operation(contract, async ({ tx, actor, now }, { deviceId }) => {
  const device = requireOwn(await findDevice(tx, deviceId), actor)
  if (device.queueKey === null) throw new Problem('rule-broken', 'counter/device-revoked', 'The key is gone.')
  return { ...shownDevice(device, await unitNamer(tx, now)), queueKey: openQueueKey(device.queueKey, deviceId) }
})
