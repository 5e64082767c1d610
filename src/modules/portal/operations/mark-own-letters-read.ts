import { readAsCitizen } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOwnCase } from '../drafts.ts'

export const markOwnLettersRead = operation(contract.markOwnLettersRead, async (context, { draftId }) => {
  const { caseId } = await requireOwnCase(context, contract.markOwnLettersRead, draftId)
  return { marked: await readAsCitizen(context, caseId) }
})
