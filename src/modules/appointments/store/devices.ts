import { sql } from 'kysely'
import type { Db, Tx } from '#server/db.ts'
import type { DeviceKind } from '../domain/devices.ts'
import { openPublic } from './appointments.ts'

export type PairingRow = {
  readonly id: string
  readonly codeHash: string
  readonly tokenHash: string
  readonly askedAt: Date
  readonly expiresAt: Date
}
export type DeviceRow = {
  readonly id: string
  readonly unitId: string
  readonly kind: DeviceKind
  readonly desk: string | null
  readonly name: string
  readonly tokenHash: string
  readonly pairedAt: Date
  readonly pairedBy: string
  readonly pairedByName: string
  readonly lastSeenAt: Date | null
  readonly revokedAt: Date | null
  readonly revokedBy: string | null
  readonly revokedByName: string | null
  readonly revokedReason: string | null
}
type Tables = { 'appointments.pairing': PairingRow; 'appointments.device': DeviceRow }
const on = (tx: Tx) => tx.$extendTables<Tables>()

export const insertPairing = (tx: Tx, row: PairingRow) =>
  on(tx).insertInto('appointments.pairing').values(row).execute()

export const findPairingByToken = (tx: Tx, tokenHash: string, now: Date) =>
  on(tx)
    .selectFrom('appointments.pairing')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst()

/** Takes the pairing of a code away, so that it is good once; undefined when there is none in time. */
export const takePairing = (tx: Tx, codeHash: string, now: Date) =>
  on(tx)
    .deleteFrom('appointments.pairing')
    .where('codeHash', '=', codeHash)
    .where('expiresAt', '>', now)
    .returningAll()
    .executeTakeFirst()

/** Takes back what a browser had asked for before. */
export const dropPairing = (tx: Tx, tokenHash: string) =>
  on(tx).deleteFrom('appointments.pairing').where('tokenHash', '=', tokenHash).execute()

export async function forgetPairings(tx: Tx, before: Date): Promise<void> {
  await on(tx).deleteFrom('appointments.pairing').where('expiresAt', '<', before).execute()
}

/** No device of the unit is paired or renamed by anyone else until the transaction ends. */
export async function lockDevicesOf(tx: Tx, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`appointments.device ${unitId}`}, 0))`.execute(tx)
}

/** The devices of the unit that are in use. */
export const listInUse = (tx: Tx, unitId: string) =>
  on(tx)
    .selectFrom('appointments.device')
    .select(['id', 'name'])
    .where('unitId', '=', unitId)
    .where('revokedAt', 'is', null)
    .limit(1000)
    .execute()

export const insertDevice = (tx: Tx, row: DeviceRow) => on(tx).insertInto('appointments.device').values(row).execute()

export const findDevice = (tx: Tx, id: string) =>
  on(tx).selectFrom('appointments.device').selectAll().where('id', '=', id).executeTakeFirst()

export const findDeviceByToken = (tx: Tx, tokenHash: string) =>
  on(tx).selectFrom('appointments.device').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()

/** The device, locked until the transaction ends. */
export const findDeviceForUpdate = (tx: Tx, id: string) =>
  on(tx).selectFrom('appointments.device').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function updateDevice(tx: Tx, id: string, fields: Partial<DeviceRow>): Promise<void> {
  await on(tx).updateTable('appointments.device').set(fields).where('id', '=', id).execute()
}

type Page = { readonly unitId: string | undefined; readonly after: string | undefined; readonly limit: number }

/** One page of the devices in scope, the newest first. */
export async function listDevices(tx: Tx, { unitId, after, limit }: Page): Promise<DeviceRow[]> {
  let query = on(tx).selectFrom('appointments.device').selectAll()
  if (unitId) query = query.where('unitId', '=', unitId)
  if (after) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** The device in use whose secret it is; noted as seen when that was a while ago. */
export function deviceOfToken(db: Db, tokenHash: string, now: Date, touchBefore: Date): Promise<DeviceRow | undefined> {
  return db.transaction().execute(async (tx) => {
    await openPublic(tx)
    const row = await findDeviceByToken(tx, tokenHash)
    if (!row || row.revokedAt !== null) return undefined
    if (row.lastSeenAt === null || row.lastSeenAt < touchBefore) await updateDevice(tx, row.id, { lastSeenAt: now })
    return row
  })
}
