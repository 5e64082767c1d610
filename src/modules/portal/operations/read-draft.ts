import { readAnswers } from '#modules/forms/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { heldDraft, requireDraft } from '../drafts.ts'

export const readDraft = operation(contract.readDraft, async (context, { draftId, language }) => {
  const draft = await requireDraft(context, contract.readDraft, draftId)
  const { forms } = await heldDraft(context, draft)
  const at = draft.filedAt ?? context.now
  return {
    forms: forms.map(({ version, judged }) => ({
      code: version.code,
      steps: readAnswers(version, judged.answers, language, at),
    })),
  }
})
