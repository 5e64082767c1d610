import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { ancestorsOf, childrenAt, lastVersion, type Structure, versionAt, versionNear } from '../domain/structure.ts'
import { type Kin, predecessorsOf, successorsOf } from '../domain/succession.ts'
import { compareUnits, shown } from '../domain/view.ts'
import { nameChanges } from '../store/changes.ts'
import { listPositions } from '../store/officials.ts'
import { listPlacesOf } from '../store/places.ts'
import { loadStructure } from '../store/structure.ts'

export const getUnit = operation(contract.getUnit, async ({ tx, now }, { unitId, day = dayAt(now) }) => {
  const structure = await loadStructure(tx)
  const unit = versionNear(structure, unitId, day)
  if (!unit) throw new Problem('not-found', 'organisation/unit-not-found')
  const versions = structure.byUnit.get(unitId) ?? []
  const acts = [...(structure.changesFrom.get(unitId) ?? []), ...(structure.changesTo.get(unitId) ?? [])]
  const own = structure.changes.filter((change) => acts.includes(change))
  const near = versionAt(structure, unitId, day) ? day : unit.validFrom
  const positions = await listPositions(tx, { unitIds: [unitId] })
  return {
    day,
    unit: shown(unit),
    exists: versionAt(structure, unitId, day) !== undefined,
    versions: versions.map(shown),
    ancestors: ancestorsOf(structure, unitId, near).map(shown),
    children: childrenAt(structure, unitId, near).toSorted(compareUnits).map(shown),
    changes: await nameChanges(tx, structure, own),
    predecessors: predecessorsOf(structure, unitId).flatMap((kin) => shownKin(structure, kin)),
    successors: successorsOf(structure, unitId).flatMap((kin) => shownKin(structure, kin)),
    positions: positions.map(({ decisionId: _decision, ...position }) => position),
    places: [...(await listPlacesOf(tx, unitId))],
    sameCode: sameCode(structure, unitId),
  }
})

function shownKin(structure: Structure, { unitId, ...kin }: Kin) {
  const unit = lastVersion(structure, unitId)
  return unit ? [{ ...kin, unit: shown(unit) }] : []
}

/** Other units that carry or carried a code of this one on its level: the reason why a code is no key. */
function sameCode(structure: Structure, unitId: string) {
  const own = structure.byUnit.get(unitId) ?? []
  return own.flatMap(({ code, level }, index) =>
    code === null || own.findIndex((other) => other.code === code && other.level === level) !== index
      ? []
      : (structure.byCode.get(code) ?? [])
          .filter((other) => other.unitId !== unitId && other.level === level)
          .map(shown),
  )
}
