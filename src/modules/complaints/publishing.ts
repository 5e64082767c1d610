import type { Context } from '#server/operation.ts'
import { complaintTopic } from './contract.ts'
import { insertAct } from './store/acts.ts'
import { type ComplaintRow, updateComplaint } from './store/complaints.ts'

/** Keeps who decided it, and that the complaint is another version now. */
export async function decided(
  context: Context,
  row: ComplaintRow,
  act: 'publish' | 'withdraw',
  reason: string,
): Promise<ComplaintRow> {
  const { tx, actor, now, newId, announce } = context
  const version = row.version + 1
  await updateComplaint(tx, row.id, { version })
  const nowhere = { fromUnitId: null, toUnitId: null, assigneeName: null }
  const by = { byId: actor.id, byName: actor.name }
  await insertAct(tx, { id: newId(), complaintId: row.id, act, at: now, ...by, ...nowhere, reason })
  await announce(complaintTopic(row.id))
  return { ...row, version }
}
