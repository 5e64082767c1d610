import { loadStructure } from '#modules/organisation/index.ts'
import { type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { reckonAll } from '../engine/due.ts'
import { unitNamer } from '../engine/units.ts'
import { listRunning } from '../store/open.ts'

export const previewCalendarMove = operation(contract.previewCalendarMove, async (context, input) => {
  const { unitId, limit } = input
  const nameOf = unitNamer(await loadStructure(context.tx), context.now)
  let after = input.after
  let looked = 0
  // Few cases are touched by a day: the answer looks on until it has some to show, or has looked at enough.
  for (;;) {
    const rows = await listRunning(context.tx, { unitId, after, limit })
    looked += rows.length
    const moves = await movesOf(context, rows)
    const next = rows.length === limit ? (rows.at(-1)?.id ?? null) : null
    if (moves.length > 0 || next === null || looked >= contract.MOST_LOOKED)
      return { moves: moves.map((move) => ({ ...move, unit: nameOf(move.unitId) })), looked, next }
    after = next
  }
})

async function movesOf({ tx }: Context, rows: Awaited<ReturnType<typeof listRunning>>) {
  const reckoned = await reckonAll(tx, rows)
  return rows.flatMap((row, place) => {
    const wouldBeDueAt = reckoned[place]?.dueAt
    const { id: caseId, code, version, procedureName, competentUnitId: unitId, receivedAt, dueAt } = row
    if (!dueAt || !receivedAt || !wouldBeDueAt || wouldBeDueAt.getTime() === dueAt.getTime()) return []
    return [{ caseId, code, version, procedureName, unitId, receivedAt, dueAt, wouldBeDueAt }]
  })
}
