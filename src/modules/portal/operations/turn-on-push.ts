import { Problem } from '#kernel/problem.ts'
import { STAND_IN_PUSH_HOST } from '#modules/cases/contract.ts'
import { keepPushAddress } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { devicesOf, hashOfEndpoint, keepPushConsent } from '../push.ts'
import { findDeviceAt, insertDevice, listDevices } from '../store/push.ts'

const MOST_DEVICES = 10

export const turnOnPush = operation(contract.turnOnPush, async (context, { target, language }) => {
  const { tx, actor, now } = context
  const endpointHash = hashOfEndpoint(target.endpoint)
  if (await findDeviceAt(tx, endpointHash)) return { devices: await devicesOf(context) }
  if ((await listDevices(tx, actor.id)).length >= MOST_DEVICES)
    throw new Problem('rule-broken', 'portal/too-many-devices', '', { values: { most: MOST_DEVICES } })
  const id = await keepPushAddress(context, target)
  const simulated = new URL(target.endpoint).hostname === STAND_IN_PUSH_HOST
  await insertDevice(tx, { id, citizenId: actor.id, endpointHash, language, simulated, madeAt: now })
  await keepPushConsent(context, true, language)
  return { devices: await devicesOf(context) }
})
