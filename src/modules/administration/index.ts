import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { listAudit } from './operations/list-audit.ts'
import { listParkedDeliveries } from './operations/list-parked-deliveries.ts'
import { platformStatus } from './operations/platform-status.ts'
import { replayDelivery } from './operations/replay-delivery.ts'

export const administration: Module = {
  name: 'administration',
  operations: [listParkedDeliveries, replayDelivery, listAudit, platformStatus],
  handlers: [],
  problems,
}
