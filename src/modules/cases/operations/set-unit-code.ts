import { Problem } from '#kernel/problem.ts'
import { loadStructure, requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { unitNamer } from '../engine/units.ts'
import { endUnitCode, listCodesTaken, listUnitCodes, lockUnitCodes, putUnitCode } from '../store/settings.ts'

export const setUnitCode = operation(contract.setUnitCode, async (context, { unitId, code, validFrom }) => {
  const { tx, now } = context
  const structure = await loadStructure(tx)
  if (!structure.byUnit.has(unitId)) throw new Problem('rule-broken', 'cases/no-such-unit')
  await requireScope(context, contract.setUnitCode.permission, unitId)
  await lockUnitCodes(tx)
  const known = await listUnitCodes(tx, { unitId, units: 1 })
  const last = known.at(-1)
  if (last && last.validFrom > validFrom) throw new Problem('conflict', 'cases/unit-code-before-another')
  // Two units may bear one identifier one after the other, never at once: their numbers would be the same.
  const taken = await listCodesTaken(tx, code, validFrom)
  if (taken.some((row) => row.unitId !== unitId)) throw new Problem('conflict', 'cases/unit-code-taken')
  if (last && last.validFrom < validFrom) await endUnitCode(tx, unitId, last.validFrom, validFrom)
  await putUnitCode(tx, { unitId, code, validFrom, validTo: null })
  const nameOf = unitNamer(structure, now)
  const rows = await listUnitCodes(tx, { unitId, units: 1 })
  return { codes: rows.map(({ unitId: id, ...row }) => ({ unit: nameOf(id), ...row })) }
})
