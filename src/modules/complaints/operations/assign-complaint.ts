import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { assigneesOf } from '../assigning.ts'
import * as contract from '../contract.ts'
import { complaintTopic, complaintUnitTopic, NOTICES_TOPIC } from '../contract.ts'
import { openComplaint } from '../opening.ts'
import { showComplaint } from '../showing.ts'
import { insertAct } from '../store/acts.ts'
import { updateComplaint } from '../store/complaints.ts'
import { tell } from '../telling.ts'

export const assignComplaint = operation(contract.assignComplaint, async (context, { assigneeId, ...asked }) => {
  const { tx, actor, now, newId, announce } = context
  const row = await openComplaint(context, contract.assignComplaint, asked)
  const assignees = assigneeId === null ? [] : await assigneesOf(context, row)
  const person = assignees.find(({ accountId }) => accountId === assigneeId)
  if (assigneeId !== null && !person) throw new Problem('rule-broken', 'complaints/not-to-them')
  const assigneeName = person?.name ?? null
  const fields = { assigneeId, assigneeName, version: row.version + 1 }
  await updateComplaint(tx, row.id, fields)
  const nowhere = { fromUnitId: null, toUnitId: null, reason: '' }
  const by = { byId: actor.id, byName: actor.name }
  await insertAct(tx, { id: newId(), complaintId: row.id, act: 'assign', at: now, ...by, ...nowhere, assigneeName })
  if (assigneeId !== null && assigneeId !== actor.id) await tell(context, { ...row, ...fields }, 'assigned')
  // Who had it before sees that they have it no more.
  for (const topic of [complaintTopic(row.id), complaintUnitTopic(row.unitId), NOTICES_TOPIC]) await announce(topic)
  return showComplaint(context, { ...row, ...fields })
})
