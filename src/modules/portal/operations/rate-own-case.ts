import { competentFor } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOwnCase } from '../drafts.ts'
import { rateCase } from '../rate-case.ts'

export const rateOwnCase = operation(contract.rateOwnCase, async (context, { draftId, stars, words }) => {
  const { caseId, caseCode } = await requireOwnCase(context, contract.rateOwnCase, draftId)
  const unitId = await competentFor(context, caseId)
  const said = { stars, words, reasons: [], way: 'online' as const, at: context.now }
  await rateCase(context.tx, {
    caseId,
    unitId,
    caseCode: caseCode ?? '',
    draftId,
    citizenId: context.actor.id,
    ...said,
  })
  await context.announce(contract.RATINGS_TOPIC)
  return null
})
