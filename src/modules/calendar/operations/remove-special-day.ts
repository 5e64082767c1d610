import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { changeOf, requireEverywhere, requireVersion, tellChange } from '../changing.ts'
import * as contract from '../contract.ts'
import { beginChange, findDays, insertDays } from '../store/special-days.ts'

/** From now on the day is what its weekday says; what was said about it stays on record. */
export const removeSpecialDay = operation(contract.removeSpecialDay, async (context, { day, version, reason }) => {
  requireEverywhere(context)
  await beginChange(context.tx)
  const row = (await findDays(context.tx, [day])).get(day)
  if (!row?.kind) throw new Problem('not-found', 'calendar/day-not-found', 'This day is not special.')
  requireVersion(version, row.version)
  const { name, decision, confirmed, sourceNote } = row
  const removed = { day, kind: null, name, decision, confirmed, sourceNote, version: version + 1 }
  await insertDays(context.tx, [removed], changeOf(context, reason))
  await tellChange(context, { fromDay: day, toDay: day, unitId: null })
  return {}
})
