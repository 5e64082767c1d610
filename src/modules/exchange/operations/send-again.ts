import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { sendAgain as contract, EXCHANGE_TOPIC } from '../contract.ts'
import { findLink, queueAgain, unpark } from '../store/outgoing.ts'

const MOST = 5000

export const sendAgain = operation(contract, async ({ tx, now, emit, announce }, { caseId }) => {
  const link = caseId === null ? null : await findLink(tx, caseId)
  if (link === undefined) throw new Problem('not-found', 'exchange/not-found')
  const freed = await unpark(tx, caseId, now, MOST)
  const isLastAct = freed.length === 0 && link !== null && link.sentAct !== null
  const again = isLastAct ? await queueAgain(tx, [link.caseId], [link.sentAct], now) : 0
  for (const one of new Set(isLastAct ? [link.caseId] : freed)) await emit('exchange.moved', { caseId: one })
  await announce(EXCHANGE_TOPIC)
  return { queued: freed.length + again }
})
