import { countDeliveries } from '#server/events.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { scheduleState } from '../domain/schedule-state.ts'
import { databaseState, listSchedules, migrationState } from '../store/status.ts'

export const platformStatus = operation(contract.platformStatus, async ({ tx, now }) => {
  const schedules = await listSchedules(tx)
  return {
    database: await databaseState(tx),
    migrations: await migrationState(tx),
    deliveries: await countDeliveries(tx),
    schedules: schedules.map((schedule) => ({ ...schedule, state: scheduleState(schedule, now) })),
  }
})
