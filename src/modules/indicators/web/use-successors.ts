import { useQueries } from '@tanstack/react-query'
import { compareVi } from '#kernel/text.ts'
import { getUnit, listUnits, type UnitVersion } from '#modules/organisation/contract.ts'
import { call } from '#ui/call.ts'
import { useOperation } from '#ui/query.ts'

export type PairedUnit = { readonly id: string; readonly name: string; readonly from: readonly string[] }
type Paired = { readonly before: readonly PairedUnit[]; readonly after: readonly PairedUnit[]; readonly ready: boolean }

const MOST_UNITS = 200
/** Communes of all kinds, without the offices at their level. */
const TERRITORIES: readonly string[] = ['ward', 'commune', 'township', 'special-zone']

/** The communes below a unit on one day, and what became of them by another: 17 wards, then 5. */
export function useSuccessors(unitId: string | null, beforeDay: string, afterDay: string): Paired {
  const below = useOperation(
    listUnits,
    unitId ? { underId: unitId, day: beforeDay, level: 'commune', limit: MOST_UNITS } : null,
  )
  const units = (below.data?.units ?? []).filter(({ kind }) => TERRITORIES.includes(kind))
  const details = useQueries({
    queries: units.map(({ unitId: id }) => ({
      queryKey: [getUnit.id, { unitId: id, day: afterDay }],
      queryFn: () => call(getUnit, { unitId: id, day: afterDay }),
    })),
  })
  const after = new Map<string, { name: string; from: string[] }>()
  units.forEach(({ name }, place) => {
    const detail = details[place]?.data
    if (!detail) return
    const became = detail.exists
      ? [detail.unit]
      : detail.successors.map(({ unit }) => unit).filter((unit) => standsOn(unit, afterDay))
    for (const unit of became) {
      const known = after.get(unit.unitId) ?? { name: unit.name, from: [] }
      known.from.push(name)
      after.set(unit.unitId, known)
    }
  })
  return {
    before: units.map(({ unitId: id, name }) => ({ id, name, from: [] })).toSorted(byName),
    after: [...after].map(([id, { name, from }]) => ({ id, name, from: from.toSorted(compareVi) })).toSorted(byName),
    ready: below.isSuccess && details.every(({ isPending }) => !isPending),
  }
}

function byName(a: PairedUnit, b: PairedUnit): number {
  return compareVi(a.name, b.name)
}

function standsOn({ validFrom, validTo }: UnitVersion, day: string): boolean {
  return validFrom <= day && (validTo === null || validTo > day)
}
