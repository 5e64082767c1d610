import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { takeInAgain as contract, EXCHANGE_TOPIC } from '../contract.ts'
import { findToldForUpdate, updateTold } from '../store/incoming.ts'

export const takeInAgain = operation(contract, async ({ tx, emit, announce }, { incomingId }) => {
  const row = await findToldForUpdate(tx, incomingId)
  if (!row) throw new Problem('not-found', 'exchange/not-found')
  if (row.state !== 'quarantine' && row.state !== 'waiting') throw new Problem('conflict', 'exchange/not-open')
  await updateTold(tx, incomingId, { state: 'arrived', reason: null, faults: [] })
  await emit('exchange.told', { incomingId })
  await announce(EXCHANGE_TOPIC)
  return { incomingId }
})
