import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { retryMessage as contract, MESSAGES_TOPIC } from '../contract/messages.ts'
import { caseTopic } from '../contract/shapes.ts'
import { notFound } from '../engine/acting.ts'
import { findCaseToTell, findMessageForUpdate, requeueMessage } from '../store/messages.ts'

/** Tries again what was given up or waits; what the provider has taken is not sent a second time. */
export const retryMessage = operation(contract, async (context, { caseId, messageId }) => {
  const { tx, now, announce } = context
  const one = await findCaseToTell(tx, caseId)
  const message = one && (await findMessageForUpdate(tx, caseId, messageId))
  if (!one || !message) throw notFound(context, contract, { caseId })
  await requireScope(context, contract.permission, one.unitId)
  if (message.state === 'sent' || message.state === 'delivered' || message.state === 'undelivered')
    throw new Problem('conflict', 'cases/message-taken', 'The provider has taken the message.')
  await requeueMessage(tx, messageId, now)
  await announce(MESSAGES_TOPIC)
  await announce(caseTopic(caseId))
  return { messageId }
})
