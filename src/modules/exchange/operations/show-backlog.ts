import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { showBacklog as contract } from '../contract.ts'
import { unitNameIn } from '../engine/unit-names.ts'
import { countCompared } from '../store/comparing.ts'
import { countTold } from '../store/incoming.ts'
import { type BacklogRow, countBacklog } from '../store/outgoing.ts'

const DAY_MS = 86_400_000

export const showBacklog = operation(contract, async ({ tx, now }) => {
  const rows = await countBacklog(tx, new Date(now.getTime() - DAY_MS))
  const nameOf = unitNameIn(await loadStructure(tx), now)
  const states = ['queued', 'waiting', 'parked', 'sent'] as const
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId)
  const units = [...byUnit].map(([unitId, own]) => ({
    unitId,
    name: nameOf(unitId),
    waiting: sum(own, 'queued') + sum(own, 'waiting'),
    parked: sum(own, 'parked'),
    sentToday: sum(own, 'sent'),
    oldest: oldestOf(own),
  }))
  return {
    totals: states.map((state) => ({ state, count: sum(rows, state) })),
    oldest: oldestOf(rows),
    units: units.toSorted((one, other) => other.parked - one.parked || other.waiting - one.waiting),
    incoming: await countTold(tx),
    compared: await countCompared(tx),
  }
})

function sum(rows: readonly BacklogRow[], state: BacklogRow['state']): number {
  return rows.filter((row) => row.state === state).reduce((total, { count }) => total + count, 0)
}

function oldestOf(rows: readonly BacklogRow[]): Date | null {
  const moments = rows.flatMap(({ oldest }) => (oldest === null ? [] : [oldest.getTime()]))
  return moments.length === 0 ? null : new Date(Math.min(...moments))
}
