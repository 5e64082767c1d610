import type { Schedule } from '#server/events.ts'
import { FIGURES_TOPIC } from '../engine/record.ts'
import { foldPending as fold } from '../store/tallies.ts'

/** Twice a second: what was recorded goes into the tallies, and whoever watches figures is told once for all of it. */
export const foldPending: Schedule = {
  name: 'indicators.fold-pending',
  everySeconds: 0.5,
  async run({ tx, announce }) {
    const folded = await fold(tx)
    if (folded > 0) await announce(FIGURES_TOPIC)
  },
}
