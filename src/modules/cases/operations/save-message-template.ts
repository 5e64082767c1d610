import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { saveMessageTemplate as contract, MESSAGES_TOPIC } from '../contract/messages.ts'
import { unknownPlaces } from '../domain/template.ts'
import { insertTemplate } from '../store/message-templates.ts'

export const saveMessageTemplate = operation(contract, async (context, { reason, ...words }) => {
  const { tx, actor, now, newId, announce } = context
  requireEverywhere(context, contract.permission)
  const [unknown] = unknownPlaces(`${words.subject} ${words.text}`)
  if (unknown !== undefined)
    throw new Problem('rule-broken', 'cases/unknown-place', 'The words hold a place that does not exist.', {
      values: { place: unknown },
    })
  if (words.channel === 'email' && words.subject === '')
    throw new Problem('invalid-input', 'platform/invalid-input', 'A mail needs a subject.', {
      errors: [{ path: 'subject', code: 'platform/required', message: 'required' }],
    })
  if (words.validFrom < dayAt(now))
    throw new Problem('rule-broken', 'cases/template-past', 'Words cannot begin in the past.')
  const id = newId()
  await insertTemplate(tx, { id, ...words, validTo: null, reason, changedBy: actor.id, changedAt: now })
  await announce(MESSAGES_TOPIC)
  return { templateId: id }
})
