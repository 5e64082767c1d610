import { caseOfCitizen, withdrawAsCitizen } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOwnCase } from '../drafts.ts'

export const withdrawOwnCase = operation(contract.withdrawOwnCase, async (context, { draftId, reason }) => {
  const { caseId } = await requireOwnCase(context, contract.withdrawOwnCase, draftId)
  await withdrawAsCitizen(context, caseId, reason)
  return caseOfCitizen(context, caseId)
})
