import { Problem } from '#kernel/problem.ts'
import { letterFileOfCitizen } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOwnCase } from '../drafts.ts'

export const getOwnLetterFile = operation(contract.getOwnLetterFile, async (context, { draftId, letterId, fileId }) => {
  const { caseId } = await requireOwnCase(context, contract.getOwnLetterFile, draftId)
  const file = await letterFileOfCitizen(context, { caseId, letterId, fileId })
  if (!file) throw new Problem('not-found', 'platform/not-found')
  return file
})
