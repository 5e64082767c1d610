import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { goalOn, listGoals } from '../store/goals.ts'

export const getWaitingGoal = operation(contract.getWaitingGoal, async ({ tx, now }) => ({
  minutes: await goalOn(tx, dayAt(now)),
  goals: (await listGoals(tx)).map(({ id, validFrom, minutes, reason, setByName, setAt }) => ({
    id,
    validFrom,
    minutes,
    reason,
    setByName,
    setAt,
  })),
}))
