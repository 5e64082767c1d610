import type { Day } from '#kernel/calendar.ts'
import { placeName, samePlaceName } from '#kernel/text.ts'
import { type Structure, type UnitVersion, unitsAt } from '#modules/organisation/index.ts'
import type { Fault, Known } from '../domain/check-import.ts'

/**
 * Finds the unit that a row names by code, name or both, on the period's last day. A code is an attribute of its time: when code and
 * name were one unit once, but the code is another territory's now, the row is refused with both names.
 */
export function unitFinder(structure: Structure): Known['unit'] {
  const found = new Map<string, { readonly unitId: string } | Fault>()
  const byName = new Map<Day, ReadonlyMap<string, readonly UnitVersion[]>>()
  return ({ code, name }, day, period) => {
    const key = `${code}\n${name}\n${day}`
    const known = found.get(key)
    if (known) return known
    if (!byName.has(day))
      byName.set(
        day,
        Map.groupBy(unitsAt(structure, day), (version) => placeName(version.name)),
      )
    const named = name === '' ? [] : [...(byName.get(day)?.get(placeName(name)) ?? [])]
    const answer = code === '' ? only(named, name) : byCode(structure, { code, name, day, period }, named)
    found.set(key, answer)
    return answer
  }
}

function only(versions: readonly UnitVersion[], found: string): { unitId: string } | Fault {
  const [first, second] = versions
  if (!first) return { code: 'indicators/unknown-unit', values: { unit: found } }
  return second ? { code: 'indicators/ambiguous-unit', values: { found } } : { unitId: first.unitId }
}

type Asked = { readonly code: string; readonly name: string; readonly day: Day; readonly period: string }

function byCode(
  structure: Structure,
  { code, name, day, period }: Asked,
  named: readonly UnitVersion[],
): { unitId: string } | Fault {
  const ever = structure.byCode.get(code) ?? []
  const holding = ever.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))
  if (holding.length === 0) return { code: 'indicators/unknown-unit-code', values: { found: code, period } }
  if (name === '') return only(holding, code)
  const same =
    holding.find((version) => isCalled(version, name)) ??
    holding.find(({ unitId }) => named.some((one) => one.unitId === unitId))
  if (same) return { unitId: same.unitId }
  const holder = holding[0]?.name ?? ''
  const former = ever.find(
    (version) => isCalled(version, name) && !holding.some(({ unitId }) => unitId === version.unitId),
  )
  return former
    ? { code: 'indicators/reused-code', values: { code, period, holder, found: name, former: former.name } }
    : { code: 'indicators/unit-name-differs', values: { code, holder, found: name } }
}

function isCalled(version: UnitVersion, name: string): boolean {
  return samePlaceName(version.name, name) || (version.shortName !== null && samePlaceName(version.shortName, name))
}
