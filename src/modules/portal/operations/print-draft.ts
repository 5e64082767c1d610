import { Problem } from '#kernel/problem.ts'
import { filledForm } from '#modules/forms/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { heldDraft, requireDraft } from '../drafts.ts'

export const printDraft = operation(contract.printDraft, async (context, { draftId, as, language }) => {
  const draft = await requireDraft(context, contract.printDraft, draftId)
  const { form } = await heldDraft(context, draft)
  if (!form) throw new Problem('not-found', 'portal/no-form')
  const { version, judged } = form
  const now = draft.filedAt ?? context.now
  return filledForm(context.tx, { version, answers: judged.answers, as, language, now })
})
