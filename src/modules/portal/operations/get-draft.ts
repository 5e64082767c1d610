import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireDraft, shownDraft } from '../drafts.ts'

export const getDraft = operation(contract.getDraft, async (context, { draftId }) =>
  shownDraft(context, await requireDraft(context, contract.getDraft, draftId)),
)
