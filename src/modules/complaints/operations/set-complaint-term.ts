import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { layDown } from '../laying-down.ts'
import { shownTerms } from '../showing-terms.ts'
import { putTerm } from '../store/terms.ts'

export const setComplaintTerm = operation(contract.setComplaintTerm, async (context, given) => {
  await putTerm(context.tx, layDown(context, given))
  return { terms: await shownTerms(context.tx) }
})
