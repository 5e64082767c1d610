import { dayAt } from '#kernel/calendar.ts'
import { compareVi, searchFor } from '#kernel/text.ts'
import { listReceiving } from '#modules/cases/index.ts'
import { findUnitAt, loadStructure, unitsAt } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'

const MOST = 300

/** The communes of today by name; those that take cases in stand first. */
export const listPlaces = operation(contract.listPlaces, async ({ tx, now }, { q }) => {
  const day = dayAt(now)
  const structure = await loadStructure(tx)
  const desks = new Map((await listReceiving(tx, day)).map(({ unitId, desk }) => [unitId, desk]))
  const answers = searchFor(q)
  const found = unitsAt(structure, day)
    .filter(({ unitId, kind }) => desks.has(unitId) || TERRITORIES.has(kind))
    .filter(({ name }) => q === '' || answers(name) !== null)
    .map(({ unitId, name, parentId }) => ({
      id: unitId,
      name,
      above: parentId === null ? '' : (findUnitAt(structure, parentId, day)?.name ?? ''),
      desk: desks.get(unitId) ?? null,
      receives: desks.has(unitId),
    }))
    .toSorted((a, b) => Number(b.receives) - Number(a.receives) || compareVi(a.name, b.name))
  return { places: found.slice(0, MOST), more: found.length > MOST }
})

const TERRITORIES: ReadonlySet<string> = new Set(['ward', 'commune', 'special-zone'])
