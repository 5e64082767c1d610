import { dayAt } from '#kernel/calendar.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listActivities } from '../store.ts'
import { unitShown } from '../units.ts'

export const listActivity = operation(contract.listActivity, async ({ tx }, { before, limit }) => {
  const rows = await listActivities(tx, { before, limit })
  const structure = await loadStructure(tx)
  return {
    activities: rows.map(({ unitId, ...row }) => ({
      ...row,
      unit: unitId === null ? null : unitShown(structure, unitId, dayAt(row.at)),
    })),
    next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
  }
})
