import { dayAt } from '#kernel/calendar.ts'
import { compareVi } from '#kernel/text.ts'
import { findUnitAt, loadStructure, scopesOver } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openingsAt } from '../store/openings.ts'

export const listServedUnits = operation(contract.listServedUnits, async (context) => {
  const { tx, now } = context
  const day = dayAt(now)
  const structure = await loadStructure(tx)
  const openings = await openingsAt(tx, day)
  const { permission } = contract.listServedUnits
  const holds = await scopesOver(
    context,
    [permission],
    openings.map(({ unitId }) => unitId),
  )
  const units = openings.flatMap(({ unitId, opening }) => {
    const name = findUnitAt(structure, unitId, day)?.name
    if (opening === null || name === undefined || !holds(permission, unitId)) return []
    return [{ id: unitId, name, lines: opening.lines, desks: opening.desks }]
  })
  return { units: units.toSorted((a, b) => compareVi(a.name, b.name)) }
})
