import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { setLetterSettings as contract } from '../contract/letters.ts'
import { findLetterSettings, putLetterSettings } from '../store/letters.ts'

export const setLetterSettings = operation(contract, async (context, { answerHours, mostADay, daysAfterEnd }) => {
  requireEverywhere(context, contract.permission)
  await putLetterSettings(context.tx, { answerHours, mostADay, daysAfterEnd }, context.now)
  return findLetterSettings(context.tx)
})
