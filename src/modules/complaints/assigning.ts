import { dayAt } from '#kernel/calendar.ts'
import { holdersAt } from '#modules/identity/index.ts'
import type { Context } from '#server/operation.ts'
import { asPlatform } from './as-platform.ts'
import type { Person } from './domain/route.ts'
import { type ComplaintRow, involvedIds } from './store/complaints.ts'

/** Whom a complaint may be given to: who answers at the very unit that has it, and is not involved. */
export function assigneesOf(context: Context, { id, unitId }: Pick<ComplaintRow, 'id' | 'unitId'>): Promise<Person[]> {
  const { tx, now, scope } = context
  return asPlatform(context, scope, async () => {
    const involved = await involvedIds(tx, id)
    const holders = await holdersAt(tx, 'complaints:answer', unitId, dayAt(now))
    return holders.filter(({ accountId }) => !involved.has(accountId))
  })
}
