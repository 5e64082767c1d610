import { loadStructure, unitsUnder } from '#modules/organisation/index.ts'
import type { Handler } from '#server/events.ts'
import { FIGURES_TOPIC } from '../engine/record.ts'
import { allStandings } from '../engine/standings.ts'
import { hasFactsSince } from '../store/facts.ts'
import { rebuildTallies } from '../store/tallies.ts'

/**
 * A change of units that takes effect on a day of which facts are already recorded (a decision entered late) moves those facts
 * under other units: the tallies are counted again. A change for days to come touches none.
 */
export const recountAfterChange: Handler = {
  name: 'indicators.recount-after-change',
  on: 'organisation.unit-changed',
  async run({ tx, announce }, payload) {
    const { unitIds, effectiveOn } = payload as { unitIds: string[]; effectiveOn: string }
    const structure = await loadStructure(tx)
    const days = [effectiveOn, ...structure.turningDays.filter((day) => day > effectiveOn)]
    const touched = new Set(unitIds)
    for (const day of days) {
      for (const unitId of unitIds) {
        for (const below of unitsUnder(structure, unitId, day)) touched.add(below.unitId)
      }
    }
    if (!(await hasFactsSince(tx, [...touched], effectiveOn))) return
    await rebuildTallies(tx, allStandings(structure))
    await announce(FIGURES_TOPIC)
  },
}
