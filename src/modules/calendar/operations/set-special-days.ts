import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { putDays, requireEverywhere } from '../changing.ts'
import * as contract from '../contract.ts'
import { dayFault } from '../domain/special-day.ts'
import { beginChange } from '../store/special-days.ts'

/** Adds and changes days; each change becomes a new version. */
export const setSpecialDays = operation(contract.setSpecialDays, async (context, { days, reason }) => {
  requireEverywhere(context)
  const fault = days.map(dayFault).find((code) => code !== null)
  if (fault) throw new Problem('rule-broken', fault, 'A day cannot be what is said of it.')
  if (new Set(days.map(({ day }) => day)).size < days.length)
    throw new Problem('rule-broken', 'calendar/named-twice', 'A day is named twice.')
  await beginChange(context.tx)
  return putDays(context, days, reason)
})
