import { pushKeyFor } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { devicesOf } from '../push.ts'

export const getPush = operation(contract.getPush, async (context) => ({
  ...(await pushKeyFor(context.tx)),
  devices: await devicesOf(context),
}))
