import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOpening } from '../queue.ts'
import { kioskOf } from '../screens.ts'
import { openPublic } from '../store/appointments.ts'

export const getKiosk = operation(contract.getKiosk, async ({ tx, now }, { unitId }) => {
  await openPublic(tx)
  return kioskOf(tx, { unitId, opening: await requireOpening(tx, unitId, now) }, now)
})
