import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { historyOf } from '../store/special-days.ts'

export const historyOfSpecialDay = operation(contract.historyOfSpecialDay, async ({ tx }, { day }) => {
  const rows = await historyOf(tx, day)
  if (rows.length === 0) throw new Problem('not-found', 'calendar/day-not-found', 'Nothing was said about this day.')
  return { versions: rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })) }
})
