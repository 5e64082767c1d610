import { type Day, dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findUnitAt, loadStructure, type Structure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { chainOf, loadCalendar } from '../store/calendar.ts'
import { listHours } from '../store/hours.ts'

export const listSessions = operation(contract.listSessions, async ({ tx, now }, { unitId = null, after, limit }) => {
  const structure = await loadStructure(tx)
  const today = dayAt(now)
  if (unitId !== null && !structure.byUnit.has(unitId))
    throw new Problem('not-found', 'calendar/unit-not-found', 'There is no such unit.')
  const units = unitId === null ? null : chainOf(structure, unitId, today)
  const rows = await listHours(tx, { units, after, limit })
  const calendar = await loadCalendar(tx, unitId)
  const later = calendar.sessionsFrom ?? []
  const { sessions, inDayCutOff = calendar.inDayCutOff } = later.findLast(({ from }) => from <= today) ?? calendar
  return {
    entries: rows.map((row) => ({
      ...row,
      unitName: row.unitId === null ? null : nameOf(structure, row.unitId, today),
      hours: row.hours && { sessions: [...row.hours.sessions], inDayCutOff: row.hours.inDayCutOff },
      changedAt: row.changedAt.toISOString(),
    })),
    after: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
    today: { sessions: [...sessions], inDayCutOff },
  }
})

/** What the unit is called today, or was when it ended. */
function nameOf(structure: Structure, unitId: string, today: Day): string | null {
  return (findUnitAt(structure, unitId, today) ?? structure.byUnit.get(unitId)?.at(-1))?.name ?? null
}
