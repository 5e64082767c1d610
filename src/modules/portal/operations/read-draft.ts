import { readAnswers } from '#modules/forms/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { heldDraft, requireDraft } from '../drafts.ts'

export const readDraft = operation(contract.readDraft, async (context, { draftId, language }) => {
  const draft = await requireDraft(context, contract.readDraft, draftId)
  const { form } = await heldDraft(context, draft)
  if (!form) return { steps: [] }
  return { steps: readAnswers(form.version, form.judged.answers, language, draft.filedAt ?? context.now) }
})
