import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireOpenDraft } from '../drafts.ts'
import { deleteFields, updateDraft } from '../store/drafts.ts'

export const dropDraft = operation(contract.dropDraft, async (context, { draftId }) => {
  await requireOpenDraft(context, contract.dropDraft, draftId)
  await deleteFields(context.tx, draftId)
  await updateDraft(context.tx, draftId, { state: 'dropped', changedAt: context.now })
  return null
})
