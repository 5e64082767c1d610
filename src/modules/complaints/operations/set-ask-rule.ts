import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownAskRules } from '../showing-terms.ts'
import { putAskRule } from '../store/terms.ts'

export const setAskRule = operation(contract.setAskRule, async (context, given) => {
  requireEverywhere(context, 'complaints:define')
  const { tx, actor, now, newId } = context
  if (given.validFrom < dayAt(now)) throw new Problem('rule-broken', 'complaints/term-past')
  await putAskRule(tx, { ...given, id: newId(), changedBy: actor.id, changedByName: actor.name, changedAt: now })
  return { rules: await shownAskRules(tx) }
})
