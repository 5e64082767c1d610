import { dayAt } from '#kernel/calendar.ts'
import type { Schedule } from '#server/events.ts'
import { UNITS_TOPIC } from '../contract.ts'
import { unitsTurning } from '../domain/reach.ts'
import { loadStructure, lockStructure, reachDay, refreshReach } from '../store/structure.ts'

/** A change recorded for a later day takes effect on rights when that day has come. */
export const keepReach: Schedule = {
  name: 'organisation.keep-reach',
  everySeconds: 300,
  async run({ tx, now, announce }) {
    const today = dayAt(now)
    if ((await reachDay(tx)) >= today) return
    await lockStructure(tx)
    const structure = await loadStructure(tx)
    const since = await reachDay(tx)
    const turning = unitsTurning(structure, since, today)
    await refreshReach(tx, { structure, day: since }, { structure, day: today }, turning)
    if (turning.length > 0) await announce(UNITS_TOPIC)
  },
}
