import { comers, type Draft, openChildren, openVersion } from './draft.ts'
import { LEVELS } from './kinds.ts'
import { passesTerritory } from './structure.ts'
import type { UnitVersion } from './unit.ts'

/** Adds a refusal for everything that would not be sound after the draft. */
export function check(draft: Draft): void {
  const codes = openCodes(draft)
  for (const version of draft.begun.values()) {
    checkParent(draft, version)
    checkCode(draft, version, codes)
  }
  const came = comers(draft)
  for (const unitId of draft.ended) checkEnded(draft, unitId, came)
  checkOncePerDay(draft)
}

function checkParent(draft: Draft, version: UnitVersion): void {
  const { parentId, name } = version
  if (parentId === null) return
  const parent = openVersion(draft, parentId)
  if (!('unitId' in parent)) return refuse(draft, parent.code, parent.values)
  if (LEVELS.indexOf(parent.level) > LEVELS.indexOf(version.level)) {
    return refuse(draft, 'organisation/under-lower-level', { name, parent: parent.name })
  }
  const seen = new Set([version.unitId])
  for (let above: string | null = parentId; above !== null; ) {
    if (seen.has(above)) return refuse(draft, 'organisation/under-itself', { name })
    seen.add(above)
    const next = openVersion(draft, above)
    above = 'unitId' in next ? next.parentId : null
  }
}

/** On any day from the draft's on, a code names one unit of a level. */
function checkCode(draft: Draft, version: UnitVersion, codes: ReadonlyMap<string, readonly UnitVersion[]>): void {
  const { code, level, name, unitId } = version
  if (code === null) return
  const other = (codes.get(`${level} ${code}`) ?? []).find((one) => one.unitId !== unitId)
  if (other) refuse(draft, 'organisation/code-taken', { code, name, other: other.name })
}

function openCodes(draft: Draft): ReadonlyMap<string, readonly UnitVersion[]> {
  const codes = new Set([...draft.begun.values()].flatMap(({ code }) => code ?? []))
  const stayed = [...codes].flatMap((code) =>
    (draft.structure.byCode.get(code) ?? []).filter(
      ({ unitId, validTo }) =>
        (validTo === null || validTo > draft.day) && !draft.ended.has(unitId) && !draft.begun.has(unitId),
    ),
  )
  return Map.groupBy([...stayed, ...draft.begun.values()], ({ level, code }) => `${level} ${code}`)
}

function checkEnded(draft: Draft, unitId: string, came: ReturnType<typeof comers>): void {
  const last = draft.structure.byUnit.get(unitId)?.at(-1)
  if (last && last.validFrom === draft.day) refuse(draft, 'organisation/born-that-day', { name: last.name })
  const children = openChildren(draft, unitId, came)
  if (children.length > 0) {
    refuse(draft, 'organisation/has-subunits', { name: last?.name ?? '', count: children.length })
  }
}

/** Two acts that take from, or give to, one unit on one day could not be told apart: they are to be one act with its pairs. */
function checkOncePerDay(draft: Draft): void {
  const passing = [...draft.changes, ...draft.structure.changes.filter((one) => one.effectiveOn === draft.day)].filter(
    passesTerritory,
  )
  for (const side of ['from', 'to'] as const) {
    const seen = new Set<string>()
    for (const unitId of passing.flatMap((change) => change[side])) {
      if (seen.has(unitId)) refuse(draft, 'organisation/twice-in-one-day', { name: nameOf(draft, unitId) })
      seen.add(unitId)
    }
  }
}

function nameOf(draft: Draft, unitId: string): string {
  return draft.begun.get(unitId)?.name ?? draft.structure.byUnit.get(unitId)?.at(-1)?.name ?? ''
}

function refuse(draft: Draft, code: string, values: Readonly<Record<string, string | number>>): void {
  draft.refusals.push({ path: 'acts', code, values })
}
