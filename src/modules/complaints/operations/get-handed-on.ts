import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { handedOnFrom, showHandedOn } from '../handed-on.ts'
import { unknownComplaint } from '../opening.ts'

export const getHandedOn = operation(contract.getHandedOn, async (context, { complaintId }) => {
  const [row] = await handedOnFrom(context, { complaintId, limit: 1 })
  const [shown] = row ? await showHandedOn(context, [row]) : []
  if (!row || !shown) throw unknownComplaint(context, contract.getHandedOn, complaintId)
  return { ...shown, text: row.text }
})
