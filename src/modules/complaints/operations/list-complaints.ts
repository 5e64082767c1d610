import { readMark, writeMark } from '#kernel/page-mark.ts'
import { loadStructure, requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { COMPLAINT_LISTS } from '../domain/lists.ts'
import { momentsAt } from '../moments.ts'
import { summary, unitNamer } from '../showing.ts'
import { countRows, listRows, scopedUnits } from '../store/lists.ts'

/** So many units are listened to; whoever sees more sees the rest when they look again. */
const MOST_HEARD = 40

export const listComplaints = operation(contract.listComplaints, async (context, { list, unitId, after, limit }) => {
  const { tx, actor, now, scope } = context
  if (unitId !== undefined) await requireScope(context, 'complaints:read', unitId)
  const asked = { ...(await momentsAt(tx, now)), accountId: actor.id }
  const rows = await listRows(tx, { list, asked, unitId, after: readMark(after), limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const counts = await countRows(tx, asked, unitId)
  const nameOf = unitNamer(await loadStructure(tx), now)
  return {
    complaints: page.map((row) => summary(row, nameOf)),
    next: last ? writeMark({ at: last.dueAt, id: last.id }) : null,
    counts: COMPLAINT_LISTS.map((one, place) => ({ list: one, count: counts[place] ?? 0 })),
    unitIds: scope.all ? [...new Set(page.map((row) => row.unitId))] : (await scopedUnits(tx)).slice(0, MOST_HEARD),
  }
})
