import { Problem } from '#kernel/problem.ts'
import * as events from '#server/events.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'

export const replayDelivery = operation(
  contract.replayDelivery,
  async ({ tx, now, announce }, { eventId, handler }) => {
    const replayed = await events.replayDelivery(tx, eventId, handler, now)
    if (!replayed) throw new Problem('conflict', 'administration/not-parked', 'The delivery is not parked.')
    await announce('platform.deliveries')
    return { replayed: true as const }
  },
)
