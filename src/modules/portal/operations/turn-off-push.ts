import { Problem } from '#kernel/problem.ts'
import { dropPushAddress } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { devicesOf, keepPushConsent } from '../push.ts'
import { deleteDevice } from '../store/push.ts'

export const turnOffPush = operation(contract.turnOffPush, async (context, { deviceId, language }) => {
  if (!(await deleteDevice(context.tx, deviceId))) throw new Problem('not-found', 'portal/unknown-device')
  await dropPushAddress(context, deviceId)
  await keepPushConsent(context, false, language)
  return { devices: await devicesOf(context) }
})
