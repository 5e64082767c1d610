import { writeAsCitizen } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOwnCase } from '../drafts.ts'

export const writeOwnLetter = operation(contract.writeOwnLetter, async (context, { draftId, text, fileIds }) => {
  const { caseId } = await requireOwnCase(context, contract.writeOwnLetter, draftId)
  const letterId = await writeAsCitizen(context, caseId, { text, fileIds })
  await context.announce(contract.ownTopic(draftId))
  return { letterId }
})
