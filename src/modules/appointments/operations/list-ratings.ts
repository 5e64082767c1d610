import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import type { Reason } from '../domain/satisfaction.ts'
import { shownNumber } from '../queue.ts'
import { listRatings as listRows } from '../store/ratings.ts'

const MOST = 1000

export const listRatings = operation(contract.listRatings, async (context, { unitId, day }) => {
  await requireScope(context, contract.listRatings.permission, unitId)
  const rows = await listRows(context.tx, unitId, day, MOST)
  return {
    ratings: rows.map((row) => ({
      id: row.ticketId,
      shown: shownNumber(row),
      stars: row.stars,
      words: row.words,
      way: row.way,
      at: row.at,
      // Only what the contract allows is ever stored.
      reasons: row.reasons as Reason[],
    })),
    sum: { stars: rows.reduce((sum, { stars }) => sum + stars, 0), ratings: rows.length },
    more: rows.length >= MOST,
  }
})
