import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOpening, shownNumber } from '../queue.ts'
import { unitName } from '../shown.ts'
import { openPublic } from '../store/appointments.ts'
import { listCalled, listWaiting } from '../store/tickets.ts'

const SHOWN = 8

export const getBoard = operation(contract.getBoard, async ({ tx, now }, { unitId }) => {
  await openPublic(tx)
  const opening = await requireOpening(tx, unitId, now)
  const day = dayAt(now)
  const waiting = await listWaiting(tx, unitId, day)
  const called = await listCalled(tx, unitId, day, SHOWN)
  return {
    unit: { id: unitId, name: await unitName(tx, unitId) },
    called: called.map((row) => ({
      shown: shownNumber(row),
      desk: row.deskName ?? row.desk ?? '',
      calledAt: row.calledAt ?? row.takenAt,
      calls: row.calls,
      isNow: row.state === 'called',
    })),
    lines: opening.lines.map(({ code, name }) => ({
      code,
      name,
      waiting: waiting.filter(({ line }) => line === code).length,
    })),
  }
})
