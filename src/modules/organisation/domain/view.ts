import type { Day } from '#kernel/calendar.ts'
import { compareVi, matches } from '#kernel/text.ts'
import { LEVELS } from './kinds.ts'
import { ancestorsOf, type Structure, unitsAt, unitsUnder } from './structure.ts'
import { holdsOn, type UnitVersion } from './unit.ts'

/** What leaves of a version: without the ids of what it rests on. */
export function shown({ decisionId: _decision, changeId: _change, ...version }: UnitVersion) {
  return version
}

/** From the nation down, by code, then by name as Vietnamese sort it. */
export function compareUnits(a: UnitVersion, b: UnitVersion): number {
  const [codeA, codeB] = [a.code ?? '~', b.code ?? '~']
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    (codeA < codeB ? -1 : codeA > codeB ? 1 : 0) ||
    compareVi(a.name, b.name) ||
    (a.unitId < b.unitId ? -1 : 1)
  )
}

export type Wanted = {
  readonly day: Day
  readonly search?: string | undefined
  readonly code?: string | undefined
  readonly parentId?: string | undefined
  readonly underId?: string | undefined
  readonly level?: UnitVersion['level'] | undefined
  readonly kind?: UnitVersion['kind'] | undefined
}

/** The units of a day that answer, the best answers to a search first. */
export function findUnits(structure: Structure, wanted: Wanted): readonly UnitVersion[] {
  const { day, search, code, parentId, underId, level, kind } = wanted
  const candidates = (underId ? unitsUnder(structure, underId, day) : unitsAt(structure, day)).filter(
    (unit) =>
      (code === undefined || unit.code === code) &&
      (parentId === undefined || unit.parentId === parentId) &&
      (level === undefined || unit.level === level) &&
      (kind === undefined || unit.kind === kind),
  )
  if (search === undefined) return candidates.toSorted(compareUnits)
  return candidates
    .flatMap((unit) => {
      const rank = rankOf(search, unit)
      return rank === null ? [] : [{ unit, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank || compareUnits(a.unit, b.unit))
    .map(({ unit }) => unit)
}

function rankOf(search: string, { name, shortName, code }: UnitVersion): number | null {
  if (code === search) return -1
  const ranks = [matches(search, name), shortName === null ? null : matches(search, shortName)]
  return ranks.reduce((best, rank) => (rank === null ? best : best === null ? rank : Math.min(best, rank)), null)
}

/** The unit that carries the code on the level on that day. */
export function findByCode(
  structure: Structure,
  { code, level, day }: { code: string; level: UnitVersion['level']; day: Day },
): UnitVersion | undefined {
  return structure.byCode.get(code)?.find((version) => version.level === level && holdsOn(version, day))
}

/** The names above a unit, nearest first. */
export function pathOf(structure: Structure, unitId: string, day: Day): string[] {
  return ancestorsOf(structure, unitId, day).map((unit) => unit.shortName ?? unit.name)
}
