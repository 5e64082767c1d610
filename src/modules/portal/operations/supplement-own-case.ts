import { caseOfCitizen, supplementAsCitizen } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOwnCase } from '../drafts.ts'

export const supplementOwnCase = operation(contract.supplementOwnCase, async (context, { draftId, files, note }) => {
  const { caseId } = await requireOwnCase(context, contract.supplementOwnCase, draftId)
  const papers = files.map(({ fileId, name }, place) => ({
    code: `other-bo-sung-${place + 1}`,
    name,
    form: 'electronic' as const,
    copies: 1,
    source: 'citizen' as const,
    fileId,
    note: '',
  }))
  await supplementAsCitizen(context, caseId, { papers, note })
  return caseOfCitizen(context, caseId)
})
