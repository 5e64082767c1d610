import { requireCheckedFile } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { endComplaint } from '../ending.ts'
import { openComplaint } from '../opening.ts'
import { showComplaint } from '../showing.ts'
import { insertFiles } from '../store/complaints.ts'

export const answerComplaint = operation(
  contract.answerComplaint,
  async (context, { outcome, text, fileIds, ...asked }) => {
    const row = await openComplaint(context, contract.answerComplaint, asked)
    for (const fileId of new Set(fileIds)) await requireCheckedFile(context.tx, fileId, context.actor)
    await insertFiles(context.tx, row.id, 'office', fileIds)
    return showComplaint(context, await endComplaint(context, row, { state: 'answered', outcome, answer: text }))
  },
)
