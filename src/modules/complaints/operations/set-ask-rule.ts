import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { layDown } from '../laying-down.ts'
import { shownAskRules } from '../showing-terms.ts'
import { putAskRule } from '../store/terms.ts'

export const setAskRule = operation(contract.setAskRule, async (context, given) => {
  await putAskRule(context.tx, layDown(context, given))
  return { rules: await shownAskRules(context.tx) }
})
