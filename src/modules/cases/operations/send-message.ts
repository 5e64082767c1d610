import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { sendMessage as contract, MESSAGES_TOPIC } from '../contract/messages.ts'
import { caseTopic } from '../contract/shapes.ts'
import { addressFor } from '../domain/message.ts'
import { notFound } from '../engine/acting.ts'
import { plainChannels, worded } from '../filling.ts'
import { FRESH } from '../handlers/queue-messages.ts'
import { findCaseToTell, queueMessage } from '../store/messages.ts'

export const sendMessage = operation(contract, async (context, { caseId, channel, language, subject, text }) => {
  const { tx, actor, now, newId, announce } = context
  const one = await findCaseToTell(tx, caseId)
  if (!one) throw notFound(context, contract, { caseId })
  await requireScope(context, contract.permission, one.unitId)
  const recipient = addressFor(channel, one)
  if (recipient === null)
    throw new Problem('rule-broken', 'cases/no-address', 'The case has no address for the channel.', {
      values: { channel },
    })
  if (channel === 'email' && subject === '')
    throw new Problem('invalid-input', 'platform/invalid-input', 'A mail needs a subject.', {
      errors: [{ path: 'subject', code: 'platform/required', message: 'required' }],
    })
  const words = worded({ subject, text }, null, (await plainChannels(tx)).has(channel))
  const id = newId()
  const place = { id, caseId, actNumber: null, act: null, channel, templateId: null, language, recipient }
  const by = { writtenBy: actor.id, writtenByName: actor.name }
  await queueMessage(tx, { ...place, ...words, ...FRESH, ...by, queuedAt: now, nextAt: now })
  await announce(MESSAGES_TOPIC)
  await announce(caseTopic(caseId))
  return { messageId: id }
})
