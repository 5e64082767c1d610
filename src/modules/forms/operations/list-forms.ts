import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { mayReadDrafts, shownVersion } from '../publishing.ts'
import { listPage } from '../store/versions.ts'

export const listForms = operation(contract.listForms, async ({ tx, now, actor }, { after, limit, ...input }) => {
  const isInside = mayReadDrafts(actor)
  if (input.show === 'drafts' && !isInside)
    throw new Problem('not-allowed', 'platform/not-allowed', '', { values: { permission: 'forms:read' } })
  const day = input.day ?? dayAt(now)
  const rows = await listPage(tx, { ...input, day }, { after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return {
    day,
    forms: page.map((row) => ({
      id: row.formId,
      code: row.code,
      version: shownVersion(row),
      hasDraft: isInside && row.hasDraft,
    })),
    next: rows.length > limit ? (page.at(-1)?.code ?? null) : null,
  }
})
