import { dayAt } from '#kernel/calendar.ts'
import { heirOf } from '#modules/cases/index.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import type { Handler, HandlerContext, Schedule } from '#server/events.ts'
import { destinationOf, handOn } from '../handing-on.ts'
import { listOpenAt, listUnitsWithOpen } from '../store/complaints.ts'

/** So many in one transaction; the rest follows with the hour. */
const MOST = 200

/**
 * Open complaints at a unit that has ended go to the one unit that follows it, and keep when they are due. Where several follow, whoever
 * stands above sees them and hands them on.
 */
async function passOn(context: HandlerContext): Promise<void> {
  const { tx, now, actor } = context
  const structure = await loadStructure(tx)
  const ended = (await listUnitsWithOpen(tx)).filter((unitId) => !findUnitAt(structure, unitId, dayAt(now)))
  for (const unitId of ended) {
    const heir = heirOf(structure, unitId, now)
    if (heir === null) continue
    for (const row of await listOpenAt(tx, unitId, MOST)) {
      const destination = await destinationOf(context, row, heir)
      if (destination && destination.unitId !== row.unitId)
        await handOn(context, row, destination, { reason: '', clock: 'kept', by: actor })
    }
  }
}

export const passOnAfterChange: Handler = {
  name: 'complaints.pass-on-after-change',
  on: 'organisation.unit-changed',
  run: passOn,
}

/** A change recorded for a later day takes effect when that day has come. */
export const passOnByTheDay: Schedule = { name: 'complaints.pass-on-by-the-day', everySeconds: 3600, run: passOn }
