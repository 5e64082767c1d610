import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { leaveOut as contract, EXCHANGE_TOPIC } from '../contract.ts'
import { findOutgoingForUpdate, leaveOut as keep } from '../store/outgoing.ts'

export const leaveOut = operation(contract, async ({ tx, emit, announce }, { outgoingId, reason }) => {
  const row = await findOutgoingForUpdate(tx, outgoingId)
  if (!row) throw new Problem('not-found', 'exchange/not-found')
  if (row.state !== 'parked') throw new Problem('conflict', 'exchange/not-parked')
  await keep(tx, outgoingId, reason)
  await emit('exchange.moved', { caseId: row.caseId })
  await announce(EXCHANGE_TOPIC)
  return { outgoingId }
})
