import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listTerms, putTerm } from '../store.ts'

export const setComplaintTerm = operation(contract.setComplaintTerm, async (context, given) => {
  requireEverywhere(context, 'complaints:define')
  const { tx, actor, now, newId } = context
  if (given.validFrom < dayAt(now)) throw new Problem('rule-broken', 'complaints/term-past')
  await putTerm(tx, { ...given, id: newId(), changedBy: actor.id, changedAt: now })
  return { terms: await listTerms(tx) }
})
