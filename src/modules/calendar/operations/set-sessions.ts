import { Problem } from '#kernel/problem.ts'
import { areSessions } from '#kernel/work-time/working-calendar.ts'
import { loadStructure, requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { changeOf, requireEverywhere, requireVersion, tellChange } from '../changing.ts'
import * as contract from '../contract.ts'
import { hoursVersion, insertHours } from '../store/hours.ts'
import { beginChange } from '../store/special-days.ts'

/** Sets the hours of a unit and all under it, or of the nation, from a day on; `hours` null: as the unit above again. */
export const setSessions = operation(contract.setSessions, async (context, { version, reason, ...input }) => {
  const { tx, newId } = context
  const { unitId, validFrom, hours } = input
  if (unitId === null) requireEverywhere(context)
  else await requireUnit(context, unitId)
  if (hours !== null && !areSessions(hours.sessions))
    throw new Problem('rule-broken', 'calendar/not-sessions', 'Sessions follow one another.')
  await beginChange(tx)
  const holds = await hoursVersion(tx, unitId, validFrom)
  requireVersion(version, holds)
  const id = newId()
  await insertHours(tx, { id, ...input, version: holds + 1 }, changeOf(context, reason))
  await tellChange(context, { fromDay: validFrom, toDay: null, unitId })
  return { id }
})

async function requireUnit(context: Parameters<typeof changeOf>[0], unitId: string): Promise<void> {
  const structure = await loadStructure(context.tx)
  if (!structure.byUnit.has(unitId)) throw new Problem('not-found', 'calendar/unit-not-found', 'There is no such unit.')
  await requireScope(context, contract.setSessions.permission, unitId)
}
