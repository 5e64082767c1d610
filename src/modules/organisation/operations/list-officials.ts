import { dayAt } from '#kernel/calendar.ts'
import { compareVi, matches } from '#kernel/text.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { versionNear } from '../domain/structure.ts'
import { listOfficialNames, listPositions } from '../store/officials.ts'
import { loadStructure } from '../store/structure.ts'

export const listOfficials = operation(contract.listOfficials, async ({ tx, now }, input) => {
  const { search, day = dayAt(now), after, limit } = input
  const structure = await loadStructure(tx)
  const found = (await listOfficialNames(tx))
    .flatMap((official) => {
      const rank = search === undefined ? 0 : matches(search, official.name)
      return rank === null ? [] : [{ ...official, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank || compareVi(lastName(a.name), lastName(b.name)) || (a.id < b.id ? -1 : 1))
  const start = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1
  const page = found.slice(start, start + limit)
  const positions = await listPositions(tx, { officialIds: page.map(({ id }) => id), day })
  return {
    total: found.length,
    officials: page.map(({ id, name }) => ({
      id,
      name,
      positions: positions
        .filter(({ officialId }) => officialId === id)
        .map(({ id: positionId, unitId, title, validFrom }) => {
          const unit = versionNear(structure, unitId, day)
          return { id: positionId, unitId, unitName: unit?.name ?? '', title, validFrom }
        }),
    })),
  }
})

/** Vietnamese lists are in the order of given names, which stand last. */
function lastName(name: string): string {
  const words = name.split(' ')
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ')
}
