import { operation } from '#server/operation.ts'
import { listMessages as contract } from '../contract/messages.ts'
import { addressFor, WRITTEN_CHANNELS } from '../domain/message.ts'
import { notFound } from '../engine/acting.ts'
import { messageConfig, ownGateways } from '../gateways/message-gateways.ts'
import { findCaseToTell, listMessageRows } from '../store/messages.ts'

export const listMessages = operation(contract, async (context, { caseId, after, limit }) => {
  const { tx } = context
  const one = await findCaseToTell(tx, caseId)
  if (!one) throw notFound(context, contract, { caseId })
  const rows = await listMessageRows(tx, { caseId, after, limit: limit + 1 })
  const messages = rows.slice(0, limit)
  const gateways = ownGateways()
  return {
    messages,
    next: rows.length > limit ? (messages.at(-1)?.id ?? null) : null,
    ways: WRITTEN_CHANNELS.map((channel) => ({
      channel,
      configured: gateways[channel] !== null,
      simulated: messageConfig().simulated.includes(channel),
      reachable: addressFor(channel, one) !== null,
    })),
  }
})
