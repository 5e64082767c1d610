import type { Handler } from '#server/events.ts'
import { ACTIVITY_TOPIC } from '../contract.ts'
import { ACTIVITY_EVENTS, keptValues } from '../domain/activity.ts'
import { insertActivity } from '../store.ts'

/** One handler for each event that people are told of. */
export const noteActivity: readonly Handler[] = ACTIVITY_EVENTS.map((event) => ({
  name: `workspace.note-${event.replace('.', '-')}`,
  on: event,
  run: async ({ tx, now, newId, announce }, payload) => {
    const unitId = typeof payload.unitId === 'string' ? payload.unitId : null
    await insertActivity(tx, { id: newId(), at: now, event, unitId, values: keptValues(payload) })
    await announce(ACTIVITY_TOPIC)
  },
}))
