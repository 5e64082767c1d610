import { caseOfCitizen } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOwnCase } from '../drafts.ts'
import { listConsents } from '../store/drafts.ts'
import { findRating } from '../store/ratings.ts'

export const getOwnCase = operation(contract.getOwnCase, async (context, { draftId }) => {
  const { caseId } = await requireOwnCase(context, contract.getOwnCase, draftId)
  const rating = await findRating(context.tx, caseId)
  const consents = await listConsents(context.tx, draftId)
  return {
    case: await caseOfCitizen(context, caseId),
    rating: rating ? { stars: rating.stars, words: rating.words } : null,
    consents: consents.map(({ purpose, given, at }) => ({ purpose, given, at })),
  }
})
