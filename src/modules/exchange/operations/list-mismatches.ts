import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { listMismatches as contract } from '../contract.ts'
import { unitNameIn } from '../engine/unit-names.ts'
import { listDisagreeing } from '../store/comparing.ts'

export const listMismatches = operation(contract, async ({ tx, now }, { unitId, before, limit }) => {
  const rows = await listDisagreeing(tx, { unitId, before, limit })
  const nameOf = unitNameIn(await loadStructure(tx), now)
  return {
    mismatches: rows.map(({ caseId, code, nationalCode, unitId: own, comparedAt, found, differences }) => ({
      caseId,
      code,
      nationalCode,
      unitName: nameOf(own),
      comparedAt: comparedAt ?? now,
      found: found === true,
      differences: [...differences],
    })),
    next: rows.length === limit ? (rows.at(-1)?.caseId ?? null) : null,
  }
})
