import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import { listMessageTemplates as contract } from '../contract/messages.ts'
import { listTemplates } from '../store/message-templates.ts'

export const listMessageTemplates = operation(contract, async ({ tx, now }, { withPast, after, limit }) => {
  const rows = await listTemplates(tx, { from: withPast ? null : dayAt(now), after, limit: limit + 1 })
  const templates = rows.slice(0, limit)
  return { templates, next: rows.length > limit ? (templates.at(-1)?.id ?? null) : null }
})
