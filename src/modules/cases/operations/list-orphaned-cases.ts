import { dayAt } from '#kernel/calendar.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { heirsOf } from '../engine/succession.ts'
import { unitNamer } from '../engine/units.ts'
import { listCasesOwedBy, listUnitsOwing } from '../store/open.ts'

export const listOrphanedCases = operation(contract.listOrphanedCases, async ({ tx, now }, { after, limit }) => {
  const structure = await loadStructure(tx)
  const today = dayAt(now)
  const nameOf = unitNamer(structure, now)
  const heirs = new Map(
    (await listUnitsOwing(tx))
      .filter((unitId) => !findUnitAt(structure, unitId, today))
      .map((unitId) => [unitId, heirsOf(structure, unitId, now)] as const)
      .filter(([, units]) => units.length !== 1),
  )
  const rows = await listCasesOwedBy(tx, [...heirs.keys()], { after, limit, lock: false })
  return {
    cases: rows.map((row) => {
      const { id: caseId, code, version, procedureName, business, dueAt, competentUnitId } = row
      const ended = [competentUnitId, row.unitId, row.receivedUnitId].find((unitId) => heirs.has(unitId))
      const successors = (heirs.get(ended ?? '') ?? []).map(nameOf)
      return {
        caseId,
        code,
        version,
        procedureName,
        business,
        dueAt,
        unit: nameOf(ended ?? competentUnitId),
        successors,
      }
    }),
    next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
  }
})
