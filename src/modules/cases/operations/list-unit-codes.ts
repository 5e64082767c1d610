import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { unitNamer } from '../engine/units.ts'
import { listUnitCodes as listRows } from '../store/settings.ts'

export const listUnitCodes = operation(contract.listUnitCodes, async ({ tx, now }, { unitId, after, limit }) => {
  const nameOf = unitNamer(await loadStructure(tx), now)
  const rows = await listRows(tx, { unitId, after, units: limit })
  const units = new Set(rows.map((row) => row.unitId)).size
  return {
    codes: rows.map(({ unitId: id, ...row }) => ({ unit: nameOf(id), ...row })),
    next: units === limit ? (rows.at(-1)?.unitId ?? null) : null,
  }
})
