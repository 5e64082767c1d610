import type { Context } from '#server/operation.ts'
import { asPlatform } from './as-platform.ts'
import { noMoreAwaited } from './asking.ts'
import { complaintTopic, complaintUnitTopic, NOTICES_TOPIC } from './contract.ts'
import { countComplaint } from './counting.ts'
import { type ComplaintRow, updateComplaint } from './store/complaints.ts'

type Ending = Pick<ComplaintRow, 'state' | 'outcome' | 'answer'>

/** Closes a complaint: what its citizen is told, who said so, and that they are told that there is an answer. */
export async function endComplaint(context: Context, asked: ComplaintRow, ending: Ending): Promise<ComplaintRow> {
  const { tx, actor, now, emit, announce } = context
  const row = await noMoreAwaited(context, asked, 'ended')
  const by = { answeredAt: now, answeredBy: actor.id, answeredByName: actor.name }
  const after = { ...ending, ...by, version: row.version + 1 }
  await updateComplaint(tx, row.id, after)
  const ended = { ...row, ...after }
  await asPlatform(context, context.scope, () => countComplaint(context, ended, `Sửa phản ánh ${row.number}`))
  await emit('complaints.answered', { complaintId: row.id, number: row.number, citizenId: row.citizenId })
  await announce(complaintTopic(row.id))
  await announce(complaintUnitTopic(row.unitId))
  await announce(NOTICES_TOPIC)
  return ended
}
