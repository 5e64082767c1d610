import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { getBoard, getKiosk } from './contract.ts'
import { accuracyOf } from './domain/estimate.ts'
import type { Opening } from './domain/opening.ts'
import { estimateFor, openHours, queueOf, shownNumber } from './queue.ts'
import { unitName } from './shown.ts'
import { isRated } from './store/ratings.ts'
import { listCalled, listWaiting } from './store/tickets.ts'

const BOARD_LINES = 8
type Counters = { readonly unitId: string; readonly opening: Opening }

/** What a screen that gives out numbers shows now. */
export async function kioskOf(
  tx: Tx,
  { unitId, opening }: Counters,
  now: Date,
): Promise<z.input<typeof getKiosk.output>> {
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
}

/** What the board of a waiting room shows now. */
export async function boardOf(
  tx: Tx,
  { unitId, opening }: Counters,
  now: Date,
): Promise<z.input<typeof getBoard.output>> {
  const day = dayAt(now)
  const waiting = await listWaiting(tx, unitId, day)
  const called = await listCalled(tx, unitId, day, BOARD_LINES)
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
}

/** Whom the desk served last on the day, while nobody has said how it was; null otherwise. */
export async function servedLast(tx: Tx, { unitId, desk }: { unitId: string; desk: string }, now: Date) {
  const [last] = (await listCalled(tx, unitId, dayAt(now)))
    .filter((row) => row.desk === desk && row.state === 'done')
    .toSorted((a, b) => (b.doneAt?.getTime() ?? 0) - (a.doneAt?.getTime() ?? 0))
  if (!last || (await isRated(tx, last.id))) return null
  return { id: last.id, shown: shownNumber(last) }
}
