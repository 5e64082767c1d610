import { addDays, type Day } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import type { Context } from '#server/operation.ts'
import { LONGEST_DAYS } from './contract.ts'

type Asked = { readonly from: Day; readonly to: Day; readonly unitId?: string | undefined }

/** Throws unless the days are in order and not too many, and the unit (where one is named) is the actor's to see. */
export async function requireAsked(context: Context, permission: string, { from, to, unitId }: Asked): Promise<void> {
  if (from > to || addDays(from, LONGEST_DAYS) <= to)
    throw new Problem('invalid-input', 'appointments/which-days', '', { values: { most: LONGEST_DAYS } })
  if (unitId) await requireScope(context, permission, unitId)
}
