import { dayAt } from '#kernel/calendar.ts'
import { compareVi } from '#kernel/text.ts'
import { listReceiving } from '#modules/cases/index.ts'
import { findUnitAt, loadStructure, scopesOver } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openingsAt } from '../store/openings.ts'

const MOST = 500

/** The units that receive cases and for whose counters the actor is responsible. */
export const listOpenings = operation(contract.listOpenings, async (context) => {
  const { tx, now } = context
  const day = dayAt(now)
  const structure = await loadStructure(tx)
  const openings = new Map((await openingsAt(tx, day)).map(({ unitId, opening }) => [unitId, opening]))
  const ids = [...new Set([...(await listReceiving(tx, day)).map(({ unitId }) => unitId), ...openings.keys()])]
  const { permission } = contract.listOpenings
  const holds = await scopesOver(context, [permission], ids)
  const units = ids
    .filter((unitId) => holds(permission, unitId))
    .flatMap((id) => {
      const name = findUnitAt(structure, id, day)?.name
      return name === undefined ? [] : [{ id, name, opening: openings.get(id) ?? null }]
    })
    .toSorted((a, b) => Number(b.opening !== null) - Number(a.opening !== null) || compareVi(a.name, b.name))
  return { units: units.slice(0, MOST), more: units.length > MOST }
})
