import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { layDown } from '../laying-down.ts'
import { shownRules } from '../showing-terms.ts'
import { putHandOnRule } from '../store/terms.ts'

export const setHandOnRule = operation(contract.setHandOnRule, async (context, given) => {
  await putHandOnRule(context.tx, layDown(context, given))
  return { rules: await shownRules(context.tx) }
})
