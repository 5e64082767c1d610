import { countDeliveries, listDeliveries } from '#server/events.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'

export const listParkedDeliveries = operation(contract.listParkedDeliveries, async ({ tx }, { before, limit }) => {
  const parked = await listDeliveries(tx, { state: 'parked', before, limit })
  return {
    ...(await countDeliveries(tx)),
    deliveries: parked.map((row) => ({
      eventId: row.eventId,
      event: row.name,
      handler: row.handler,
      happenedAt: row.at,
      attempts: row.attempts,
      lastError: row.lastError,
      payload: idsOf(row.payload),
    })),
  }
})

/** Ids and numbers tell an administrator which record it was; texts may be personal and are not theirs to read here. */
function idsOf(payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload).filter(([name, value]) => /Ids?$/.test(name) || typeof value === 'number'),
  )
}
