import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import { listApologyDrafts as contract } from '../contract/forecast.ts'
import { unitNames } from '../gateways/printed-units.ts'
import { findDraftMark, listDrafts } from '../store/apologies.ts'

export const listApologyDrafts = operation(contract, async ({ tx, now }, { after, limit }) => {
  const mark = after === undefined ? undefined : await findDraftMark(tx, after)
  const rows = await listDrafts(tx, { after: mark ?? null, limit: limit + 1 })
  const nameOf = await unitNames(tx, dayAt(now))
  const shown = rows.slice(0, limit)
  return {
    drafts: shown.map((row) => ({ ...row, unit: { unitId: row.unitId, name: nameOf(row.unitId) } })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
})
