import { addDays, startOfDay } from '#kernel/calendar.ts'
import * as audit from '#server/audit.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'

export const listAudit = operation(contract.listAudit, async ({ tx }, { from, to, limit, ...filter }) => {
  const entries = await audit.listAudit(tx, {
    ...filter,
    from: from === undefined ? undefined : startOfDay(from),
    to: to === undefined ? undefined : startOfDay(addDays(to, 1)),
    limit,
  })
  return { entries, next: entries.length === limit ? (entries.at(-1)?.id ?? null) : null }
})
