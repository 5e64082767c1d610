import { dayAt } from '#kernel/calendar.ts'
import { compareVi, searchFor } from '#kernel/text.ts'
import { loadStructure, unitsAt } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { pathOf } from '../units-of-day.ts'

const AGENCIES: ReadonlySet<string> = new Set(['peoples-committee', 'department', 'office', 'public-unit'])
const ORGANS: ReadonlySet<string> = new Set([...AGENCIES, 'peoples-council', 'party', 'committee', 'group', 'country'])

export const listAddressUnits = operation(
  contract.listAddressUnits,
  async ({ tx, now }, { search, kind, limit, ...input }) => {
    const day = input.day ?? dayAt(now)
    const structure = await loadStructure(tx)
    const rankOf = search.trim() === '' ? () => 0 : searchFor(search)
    const isWanted = (unit: { kind: string; level: string }) =>
      kind === 'agency' ? AGENCIES.has(unit.kind) : unit.level === 'commune' && !ORGANS.has(unit.kind)
    const found = unitsAt(structure, day)
      .filter(isWanted)
      .flatMap((unit) => {
        const rank = rankOf(unit.name)
        return rank === null ? [] : [{ unit, rank }]
      })
      .toSorted((a, b) => a.rank - b.rank || compareVi(a.unit.name, b.unit.name))
      .slice(0, limit)
    return {
      day,
      units: found.map(({ unit }) => ({
        id: unit.unitId,
        name: unit.name,
        path: pathOf(structure, unit.unitId, day) ?? unit.name,
      })),
    }
  },
)
