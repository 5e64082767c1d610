import { lettersOfCitizen } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOwnCase } from '../drafts.ts'

export const listOwnLetters = operation(contract.listOwnLetters, async (context, { draftId, after, limit }) => {
  const { caseId } = await requireOwnCase(context, contract.listOwnLetters, draftId)
  return lettersOfCitizen(context, caseId, { after, limit })
})
