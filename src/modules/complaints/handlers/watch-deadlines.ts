import type { HandlerContext, Schedule } from '#server/events.ts'
import { NOTICES_TOPIC } from '../contract.ts'
import { windowOf } from '../domain/lists.ts'
import { freeUnitOf } from '../domain/route.ts'
import { momentsAt } from '../moments.ts'
import { findStations } from '../routing.ts'
import { involvedIds } from '../store/complaints.ts'
import { type DueRow, insertNotices, listUntold } from '../store/notices.ts'

/** So many in one round; the rest follows in the next. */
const MOST = 200

/** Tells of what is due soon and of what is overdue: once for each deadline and each unit that has it. */
export const watchDeadlines: Schedule = {
  name: 'complaints.watch-deadlines',
  everySeconds: 60,
  async run(context) {
    const { tx, now, newId, announce } = context
    const moments = await momentsAt(tx, now)
    let told = 0
    for (const [kind, due] of [
      ['due-soon', 'soon'],
      ['overdue', 'past'],
    ] as const) {
      const untold = await listUntold(tx, { kind, ...windowOf(due, moments), limit: MOST })
      for (const { id, unitId, assigneeId, dueAt } of untold) {
        const to = { heldBy: unitId, unitId: await toldUnit(context, { id, unitId }), accountId: assigneeId }
        told += await insertNotices(tx, [{ id: newId(), complaintId: id, kind, ...to, dueAt, at: now }])
      }
    }
    if (told > 0) await announce(NOTICES_TOPIC)
  },
}

/** The unit that has it, or whoever stands above where nobody there may answer it any more. */
async function toldUnit({ tx, now }: HandlerContext, { id, unitId }: Pick<DueRow, 'id' | 'unitId'>): Promise<string> {
  const stations = await findStations(tx, unitId, now)
  return (stations && freeUnitOf(stations.chain, await involvedIds(tx, id))) ?? unitId
}
