import { addDays, dayAt, startOfDay } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { listActsBetween } from '#modules/cases/index.ts'
import { requireScope, scopesOver } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { replayDay as contract, EXCHANGE_TOPIC } from '../contract.ts'
import { queueAct } from '../engine/queue.ts'
import { getConnection } from '../store/connection.ts'
import { queueAgain } from '../store/outgoing.ts'

/** More than a province does in a day is told in several calls. */
const MOST_ACTS = 5000

export const replayDay = operation(contract, async (context, { day, unitId }) => {
  const { tx, now } = context
  if (day > dayAt(now)) throw new Problem('rule-broken', 'exchange/day-to-come')
  if (unitId !== undefined) await requireScope(context, contract.permission, unitId)
  const unitIds = unitId === undefined ? null : [unitId]
  const span = { from: startOfDay(day), to: startOfDay(addDays(day, 1)), unitIds, limit: MOST_ACTS + 1 }
  const found = await listActsBetween(tx, span)
  // One sees more cases than one answers for.
  const competent = [...new Set(found.map(({ competentUnitId }) => competentUnitId))]
  const holds = await scopesOver(context, [contract.permission], competent)
  const acts = found.slice(0, MOST_ACTS).filter((act) => holds(contract.permission, act.competentUnitId))
  const first = new Map<string, number>()
  for (const { caseId, number } of acts) first.set(caseId, Math.min(number, first.get(caseId) ?? number))
  // What was sent before goes again from the first act of the day on, in order: a case must not end as it was that day.
  const again = await queueAgain(tx, [...first.keys()], [...first.values()], now)
  const connection = await getConnection(tx)
  let queued = again
  for (const { caseId, number, competentUnitId } of acts)
    queued += await queueAct(context, connection, { caseId, number, unitId: competentUnitId })
  for (const caseId of first.keys()) await context.emit('exchange.moved', { caseId })
  await context.announce(EXCHANGE_TOPIC)
  return { acts: acts.length, cases: first.size, queued, isPart: found.length > MOST_ACTS }
})
