import { operation } from '#server/operation.ts'
import { listOutgoing as contract } from '../contract.ts'
import { listOutgoingRows } from '../store/outgoing.ts'

export const listOutgoing = operation(contract, async ({ tx }, { state, unitId, caseId, after, limit }) => {
  const rows = await listOutgoingRows(tx, { state, unitId, caseId, after, limit })
  return { outgoing: rows, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null }
})
