import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { settleIncoming as contract, EXCHANGE_TOPIC } from '../contract.ts'
import { findToldForUpdate, updateTold } from '../store/incoming.ts'

export const settleIncoming = operation(contract, async ({ tx, now, actor, announce }, { incomingId, note }) => {
  const row = await findToldForUpdate(tx, incomingId)
  if (!row) throw new Problem('not-found', 'exchange/not-found')
  if (row.state === 'taken-in' || row.state === 'settled') throw new Problem('conflict', 'exchange/not-open')
  const settled = { settledAt: now, settledByName: actor.name, settledNote: note }
  await updateTold(tx, incomingId, { state: 'settled', ...settled })
  await announce(EXCHANGE_TOPIC)
  return { incomingId }
})
