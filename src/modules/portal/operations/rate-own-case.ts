import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOwnCase } from '../drafts.ts'
import { rateCase } from '../store/ratings.ts'

export const rateOwnCase = operation(contract.rateOwnCase, async (context, { draftId, stars, words }) => {
  const { caseId } = await requireOwnCase(context, contract.rateOwnCase, draftId)
  const said = { stars, words, reasons: [], way: 'online' as const, at: context.now }
  await rateCase(context.tx, { caseId, draftId, citizenId: context.actor.id, ...said })
  return null
})
