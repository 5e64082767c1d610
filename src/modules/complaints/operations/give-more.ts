import { requireCheckedFile } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import { asPlatform } from '../as-platform.ts'
import { keepAct, noMoreAwaited, requireQuestion } from '../asking.ts'
import * as contract from '../contract.ts'
import { ownOpenComplaint } from '../opening.ts'
import { showOwn } from '../showing.ts'
import { insertFiles } from '../store/complaints.ts'
import { tell } from '../telling.ts'

export const giveMore = operation(contract.giveMore, async (context, { complaintId, enquiryId, text, fileIds }) => {
  const { tx, actor } = context
  for (const fileId of new Set(fileIds)) await requireCheckedFile(tx, fileId, actor)
  // A citizen sees their complaint and changes nothing of it by themselves.
  const after = await asPlatform(context, null, async () => {
    const row = await ownOpenComplaint(context, contract.giveMore, complaintId)
    await requireQuestion(context, row, enquiryId)
    await insertFiles(tx, row.id, 'citizen', fileIds, enquiryId)
    const given = await noMoreAwaited(context, row, 'given', text)
    await keepAct(context, row, 'give-more', { id: actor.id, name: '' })
    await tell(context, given, 'given-more')
    return given
  })
  const [shown] = await showOwn(context, [after])
  if (!shown) throw new Error('A complaint of one’s own is shown.')
  return shown
})
