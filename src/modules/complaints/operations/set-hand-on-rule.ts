import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownRules } from '../showing-terms.ts'
import { putHandOnRule } from '../store/terms.ts'

export const setHandOnRule = operation(contract.setHandOnRule, async (context, given) => {
  requireEverywhere(context, 'complaints:define')
  const { tx, actor, now, newId } = context
  if (given.validFrom < dayAt(now)) throw new Problem('rule-broken', 'complaints/term-past')
  await putHandOnRule(tx, { ...given, id: newId(), changedBy: actor.id, changedByName: actor.name, changedAt: now })
  return { rules: await shownRules(tx) }
})
