import { competentFor } from '#modules/cases/index.ts'
import { fileComplaint, showOwn } from '#modules/complaints/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOwnCase } from '../drafts.ts'

export const complainAboutOwnCase = operation(contract.complainAboutOwnCase, async (context, { draftId, ...said }) => {
  const { caseId, caseCode, procedureCode } = await requireOwnCase(context, contract.complainAboutOwnCase, draftId)
  const aboutUnitId = await competentFor(context, caseId)
  const row = await fileComplaint(context, { about: 'case', caseId, caseCode, procedureCode, aboutUnitId }, said)
  const [shown] = await showOwn(context, [row])
  if (!shown) throw new Error('A complaint that was filed is shown.')
  return shown
})
