import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { accuracyOf } from '../domain/estimate.ts'
import { estimateFor, openHours, queueOf, requireOpening } from '../queue.ts'
import { unitName } from '../shown.ts'
import { openPublic } from '../store/appointments.ts'

export const getKiosk = operation(contract.getKiosk, async ({ tx, now }, { unitId }) => {
  await openPublic(tx)
  const opening = await requireOpening(tx, unitId, now)
  const queue = await queueOf(tx, unitId, dayAt(now))
  return {
    unit: { id: unitId, name: await unitName(tx, unitId) },
    ...(await openHours(tx, unitId, opening, now)),
    lines: opening.lines.map(({ code, name }) => {
      const waiting = queue.waiting.filter(({ line }) => line === code).length
      return { code, name, waiting, estimatedMinutes: estimateFor(queue, opening, code, waiting, now) }
    }),
    accuracy: accuracyOf(queue.called),
  }
})
