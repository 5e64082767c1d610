import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOpening } from '../queue.ts'
import { boardOf } from '../screens.ts'
import { openPublic } from '../store/appointments.ts'

export const getBoard = operation(contract.getBoard, async ({ tx, now }, { unitId }) => {
  await openPublic(tx)
  return boardOf(tx, { unitId, opening: await requireOpening(tx, unitId, now) }, now)
})
