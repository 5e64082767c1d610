import { Problem } from '#kernel/problem.ts'
import { filledForm } from '#modules/forms/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { heldDraft, requireDraft } from '../drafts.ts'

export const printDraft = operation(contract.printDraft, async (context, { draftId, as, language, form: code }) => {
  const draft = await requireDraft(context, contract.printDraft, draftId)
  const { forms } = await heldDraft(context, draft)
  const form = code === undefined ? forms[0] : forms.find(({ version }) => version.code === code)
  if (!form) throw new Problem('not-found', 'portal/no-form')
  const { version, judged } = form
  const now = draft.filedAt ?? context.now
  return filledForm(context.tx, { version, answers: judged.answers, as, language, now })
})
