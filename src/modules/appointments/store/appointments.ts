import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import { json, type Tx } from '#server/db.ts'
import type { Hindrance } from '../domain/opening.ts'

export type AppointmentState = 'booked' | 'arrived' | 'cancelled' | 'missed'
type Both = { readonly vi: string; readonly en: string }

export type AppointmentRow = {
  readonly id: string
  readonly code: string
  readonly requestKey: string
  readonly unitId: string
  readonly procedureCode: string | null
  readonly procedureName: Both | null
  readonly day: Day
  readonly at: string
  readonly minutes: number
  readonly place: number
  readonly state: AppointmentState
  readonly sequence: number
  readonly nameSealed: Buffer | null
  readonly contactSealed: Buffer | null
  readonly contactHash: string | null
  readonly channel: 'email' | 'sms'
  readonly citizenId: string | null
  readonly language: 'vi' | 'en'
  readonly consentVersion: number
  readonly consentHash: string
  readonly eraseOn: Day
  readonly affected: Hindrance | null
  readonly affectedSince: Date | null
  readonly cancelledBy: 'citizen' | 'office' | null
  readonly cancelReason: string
  readonly bookedAt: Date
  readonly changedAt: Date
}
type Tables = { 'appointments.appointment': AppointmentRow }
const on = (tx: Tx) => tx.$extendTables<Tables>()
const TABLE = 'appointments.appointment'

/** Opens what citizens without an account may touch to the rest of this transaction. */
export async function openPublic(tx: Tx): Promise<void> {
  await sql`select set_config('appointments.public', 'open', true)`.execute(tx)
}

/** Whoever books or moves into the day of a unit waits here for the one before. */
export async function lockDay(tx: Tx, unitId: string, day: Day): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`appointments ${unitId} ${day}`}, 0))`.execute(tx)
}

/** The appointments that hold a place on the days. */
export const listTaken = (tx: Tx, unitId: string, from: Day, to: Day) =>
  on(tx)
    .selectFrom(TABLE)
    .select(['id', 'day', 'at', 'minutes', 'place'])
    .where('unitId', '=', unitId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('state', '<>', 'cancelled')
    .limit(50_000)
    .execute()

export async function insertAppointment(tx: Tx, { procedureName, ...row }: AppointmentRow): Promise<void> {
  await on(tx)
    .insertInto(TABLE)
    .values({ ...row, procedureName: procedureName === null ? null : json(procedureName) } as never)
    .execute()
}

export const findByRequest = (tx: Tx, requestKey: string) =>
  on(tx).selectFrom(TABLE).selectAll().where('requestKey', '=', requestKey).executeTakeFirst()

export const findByCode = (tx: Tx, code: string) =>
  on(tx).selectFrom(TABLE).selectAll().where('code', '=', code).executeTakeFirst()

export const findAppointment = (tx: Tx, id: string) =>
  on(tx).selectFrom(TABLE).selectAll().where('id', '=', id).executeTakeFirst()

/** The appointment, locked until the transaction ends. */
export const findAppointmentForUpdate = (tx: Tx, id: string) =>
  on(tx).selectFrom(TABLE).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function updateAppointment(tx: Tx, id: string, fields: Partial<AppointmentRow>): Promise<void> {
  await on(tx).updateTable(TABLE).set(fields).where('id', '=', id).execute()
}

/** How many appointments of an address are still to come, and how many it let pass since the day. */
export async function countOfContact(
  tx: Tx,
  contactHash: string,
  { today, since }: { readonly today: Day; readonly since: Day },
): Promise<{ open: number; missed: number }> {
  const { rows } = await sql<{ open: number; missed: number }>`
    select count(*) filter (where state = 'booked' and day >= ${today}) as open,
      count(*) filter (where state = 'missed' and day >= ${since}) as missed
    from appointments.appointment where contact_hash = ${contactHash}`.execute(tx)
  return rows[0] ?? { open: 0, missed: 0 }
}

export const listOfCitizen = (tx: Tx, citizenId: string) =>
  on(tx).selectFrom(TABLE).selectAll().where('citizenId', '=', citizenId).orderBy('id', 'desc').limit(50).execute()

type Page = { readonly after?: string | undefined; readonly limit: number }

/** The appointments of a unit and a day in the order of their times, a page at a time. */
export async function listOfDay(tx: Tx, unitId: string, day: Day, { after, limit }: Page): Promise<AppointmentRow[]> {
  let query = on(tx).selectFrom(TABLE).selectAll().where('unitId', '=', unitId).where('day', '=', day)
  if (after) {
    const last = await findAppointment(tx, after)
    if (last) query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '>', tuple(last.at, last.id)))
  }
  return query.orderBy('at').orderBy('id').limit(limit).execute()
}

/** Appointments that cannot be kept as booked and about which nothing was done, of the units in scope, the oldest first. */
export async function listAffected(tx: Tx, unitId: string | undefined, { after, limit }: Page) {
  let query = on(tx).selectFrom(TABLE).selectAll().where('affected', 'is not', null).where('state', '=', 'booked')
  if (unitId) query = query.where('unitId', '=', unitId)
  if (after) query = query.where('id', '>', after)
  return query.orderBy('id').limit(limit).execute()
}

export async function countAffected(tx: Tx, unitId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from appointments.appointment
    where unit_id = ${unitId} and affected is not null and state = 'booked'`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Booked appointments from the day on, a page at a time by id. */
export async function listBooked(tx: Tx, from: Day, { after, limit }: Page): Promise<AppointmentRow[]> {
  let query = on(tx).selectFrom(TABLE).selectAll().where('state', '=', 'booked').where('day', '>=', from)
  if (after) query = query.where('id', '>', after)
  return query.orderBy('id').limit(limit).execute()
}

/** Those booked for a day before `today` to which nobody came. One that could not be kept was not missed. */
export const markMissed = (tx: Tx, today: Day, now: Date): Promise<AppointmentRow[]> =>
  on(tx)
    .updateTable(TABLE)
    .set({ state: 'missed', changedAt: now })
    .where('state', '=', 'booked')
    .where('day', '<', today)
    .where('affected', 'is', null)
    .returningAll()
    .execute()

/** Name, address and account of appointments whose day of erasure has come. */
export async function eraseOld(tx: Tx, today: Day): Promise<void> {
  await sql`update appointments.appointment
    set name_sealed = null, contact_sealed = null, contact_hash = null, citizen_id = null
    where erase_on <= ${today} and name_sealed is not null`.execute(tx)
}
