import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { insertGoal } from '../store/goals.ts'

/** One goal for all counters, so that they can be compared: whoever sets it is in charge of all of them. */
export const setWaitingGoal = operation(contract.setWaitingGoal, async (context, { validFrom, minutes, reason }) => {
  requireEverywhere(context, contract.setWaitingGoal.permission)
  const { tx, actor, now, newId } = context
  if (validFrom <= dayAt(now)) {
    const code = 'appointments/goal-day-gone'
    const errors = [{ path: 'validFrom', code, message: 'Numbers of that day are counted already.' }]
    throw new Problem('invalid-input', 'platform/invalid-input', '', { errors })
  }
  const id = newId()
  await insertGoal(tx, { id, validFrom, minutes, reason, setBy: actor.id, setByName: actor.name, setAt: now })
  await context.announce(contract.countedTopic)
  return { id }
})
