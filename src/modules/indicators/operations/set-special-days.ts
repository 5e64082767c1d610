import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { SHEETS_TOPIC } from '../engine/steps.ts'
import { putSpecialDays } from '../store/special-days.ts'

export const setSpecialDays = operation(contract.setSpecialDays, async ({ tx, announce }, { days }) => {
  // The last word about a day that is named twice counts.
  const unique = [...new Map(days.map((day) => [day.day, day])).values()]
  await putSpecialDays(tx, unique)
  await announce(SHEETS_TOPIC)
  return { days: unique.length }
})
