import type { Tx } from '#server/db.ts'

export type DeviceRow = {
  readonly id: string
  readonly citizenId: string
  readonly endpointHash: string
  readonly language: 'vi' | 'en'
  readonly simulated: boolean
  readonly madeAt: Date
}
const on = (tx: Tx) => tx.$extendTables<{ 'portal.pushDevice': DeviceRow }>()

/** The browsers of a citizen, the oldest first. */
export const listDevices = (tx: Tx, citizenId: string): Promise<DeviceRow[]> =>
  on(tx).selectFrom('portal.pushDevice').selectAll().where('citizenId', '=', citizenId).orderBy('id').execute()

/** The browser of the actor at an endpoint. */
export const findDeviceAt = (tx: Tx, endpointHash: string): Promise<DeviceRow | undefined> =>
  on(tx).selectFrom('portal.pushDevice').selectAll().where('endpointHash', '=', endpointHash).executeTakeFirst()

export async function insertDevice(tx: Tx, row: DeviceRow): Promise<void> {
  await on(tx).insertInto('portal.pushDevice').values(row).execute()
}

/** Removes a browser; whether it was there. */
export async function deleteDevice(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await on(tx).deleteFrom('portal.pushDevice').where('id', '=', id).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
