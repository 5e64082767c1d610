import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { setStandIn as contract, EXCHANGE_TOPIC } from '../contract.ts'
import { getConnection, putMood } from '../store/connection.ts'

export const setStandIn = operation(contract, async (context, { mood, ...filing }) => {
  requireEverywhere(context, contract.permission)
  const { tx, emit, announce } = context
  const connection = await getConnection(tx)
  if (connection.kind !== 'stand-in') throw new Problem('rule-broken', 'exchange/no-stand-in')
  if (mood !== undefined) await putMood(tx, mood)
  await emit('exchange.stand-in-told', { ...filing, ...(mood && { mood }) })
  await announce(EXCHANGE_TOPIC)
  return { mood: mood ?? connection.mood }
})
