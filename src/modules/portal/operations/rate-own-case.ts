import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOwnCase } from '../drafts.ts'
import { putRating } from '../store/drafts.ts'

export const rateOwnCase = operation(contract.rateOwnCase, async (context, { draftId, stars, words }) => {
  await requireOwnCase(context, contract.rateOwnCase, draftId)
  await putRating(context.tx, { draftId, citizenId: context.actor.id, stars, words, at: context.now })
  return null
})
